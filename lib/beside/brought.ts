import { plainLine, plainText } from '../text';
import type { Narrower } from './sites/site';

/** What the person brings from somewhere into our composer, in the words of that page: hostile, and of any length. */
export type Brought = {
	/** The person's own words. */
	text?: string;
	/** The person's own content warning. */
	warning?: string;
	/** Who may see the words where they were typed, as far as that is known: see narrowerOf. */
	narrower?: string;
	/** Words of the page that the person marked. */
	quote?: string;
	/** Of the page. */
	title?: string;
	/** Of the page, of the link, or of what is answered. */
	url?: string;
	/** Address of a picture. */
	picture?: string;
	/** Host of the website in whose composer the words were typed: there they are already. */
	site?: string;
};

/** UTF-16 units; of the person's own words as many as a message takes. */
const MOST = {
	text: 64 * 1024,
	warning: 1000,
	narrower: 10,
	quote: 4000,
	title: 300,
	url: 2000,
	picture: 2000,
	site: 253,
} as const;
const NARROWER: readonly Narrower[] = ['unlisted', 'followers', 'direct'];
const FIELDS = Object.keys(MOST) as (keyof Brought)[];

/** By entry of the menu: what is taken of what the browser told, under the names that it has there. */
const FROM_MENU: Readonly<Record<string, Readonly<Partial<Record<keyof Brought, string>>>>> = {
	page: { title: 'title', url: 'pageUrl' },
	link: { title: 'linkText', url: 'linkUrl' },
	image: { title: 'title', url: 'pageUrl', picture: 'srcUrl' },
	selection: { title: 'title', url: 'pageUrl', quote: 'selectionText' },
};

/**
 * What came, with nothing in it but strings, none longer than it may be; undefined when nothing is left. What was
 * clicked in a menu comes in the browser's own words (contextMenus.OnClickData).
 */
export function readBrought(value: unknown): Brought | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const given: Readonly<Record<string, unknown>> = { ...value };
	const entry = given['menuItemId'];
	const names = typeof entry === 'string' && Object.hasOwn(FROM_MENU, entry) && FROM_MENU[entry];
	const kept = FIELDS.flatMap((name) => {
		const stored = names ? names[name] : name;
		const one = stored === undefined ? undefined : given[stored];
		return typeof one === 'string' && one !== '' ? [[name, one.slice(0, MOST[name])]] : [];
	});
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/**
 * The text that a new post begins with: own words, then the quotation in quotation marks, then whence it is, each as
 * plain text. Only addresses that a person could open are written; of a picture its address as long as it is not there.
 */
export function textOf(brought: Brought): string {
	const own = plainText(brought.text ?? '', MOST.text);
	const quote = plainText(brought.quote ?? '', MOST.quote);
	const source = [
		plainLine(brought.title ?? '', MOST.title),
		addressOf(brought.picture) ?? addressOf(brought.url),
	];
	return [own, quote && `“${quote}”`, source.filter(Boolean).join('\n')]
		.filter(Boolean)
		.join('\n\n');
}

/** The content warning that was brought, as plain text on one line; undefined: none. */
export function warningOf({ warning = '' }: Brought): string | undefined {
	return plainLine(warning, MOST.warning) || undefined;
}

/** Who may see the post where it was typed; undefined: everybody, or it is not known. */
export function narrowerOf({ narrower }: Brought): Narrower | undefined {
	return NARROWER.find((one) => one === narrower);
}

/** An address of the web, as others can open it; undefined for all others: scripts, files, pages of browsers. */
export function addressOf(address: string | undefined): string | undefined {
	if (address === undefined || address.length >= MOST.url || !URL.canParse(address))
		return undefined;
	const url = new URL(address);
	if (!/^https?:$/.test(url.protocol)) return undefined;
	// A name and a password are nobody else's business.
	url.username = '';
	url.password = '';
	return url.href;
}
