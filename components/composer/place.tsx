import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Draft } from '../../lib/model';
import type { Writing } from '../../lib/writing';
import { hrefs } from '../shared/route';
import { noteWords } from './noting';

/** Where the composer stands: links of the popup open the reading tab. */
export type Place = {
	/** Before the part from `#` on; empty in the reading tab itself. */
	app: string;
	/** Choosing a file closes this page (popups in Firefox): a tab does it, with the same draft. */
	losesFileDialogs?: true;
	/** Loads what asks servers, where that is not there from the beginning. */
	wholeNetworks?(): Promise<void>;
	/** What waits for this page under an id, once; hostile. */
	takeBrought?(id: string): Promise<unknown>;
	/** Title, address and marked words of the page that the person looks at: only where this stands over one. */
	readPage?(): Promise<unknown>;
	/** Shows the timeline beside the page that the person looks at. */
	openBeside?(): void;
	/** Asks the person for the host of a picture of the page `from`, and reads it. Throws a problem with a sentence. */
	readPicture?(address: string, from: string): Promise<File>;
	/** Guesses languages and makes pictures fit; without it both are the person's. */
	writing?: Writing;
};

const PlaceContext = createContext<Place>({ app: '' });
export const PlaceProvider = PlaceContext.Provider;

export function usePlace(): Place {
	return useContext(PlaceContext);
}

/** The same draft in the reading tab: what is stored nowhere yet is noted as the person goes there. */
export function useTabHref(draft: Draft): Href & { onClick?(): void } {
	const app = useAppHref();
	const { id, rev, text } = draft;
	if (rev > 0) return app.compose({ draft: id });
	if (text === '') return app.compose({});
	return { ...app.compose({ draft: id }), onClick: () => noteWords(draft) };
}

type Href = { href: string; target?: '_blank' };
type Hrefs = {
	readonly [K in keyof typeof hrefs]: (...given: Parameters<(typeof hrefs)[K]>) => Href;
};

/** Attributes of links to pages of the reading tab, from wherever this stands. */
export function useAppHref(): Hrefs {
	const { app } = usePlace();
	return Object.fromEntries(
		Object.entries(hrefs).map(([name, make]) => [
			name,
			(...given: never[]): Href => {
				const href = (make as (...all: never[]) => string)(...given);
				return app === '' ? { href } : { href: app + href, target: '_blank' };
			},
		]),
	) as Hrefs;
}
