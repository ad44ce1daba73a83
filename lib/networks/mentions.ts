import type { Identity, NetworkId } from '../model';
import { mentionsIn } from '../text';

/** Where a text goes, or was written for. */
export type Place = { network: NetworkId; host: string };

/**
 * What a mention in a text means where it goes. `person`: proven to be the same. `same`: understood there as it was
 * typed. `plain`: words, so that nobody else of that name is called.
 */
type Meaning = 'person' | 'same' | 'plain';
type Meant = { start: number; end: number; text: string; meaning: Meaning };

type Form = {
	/** What a whole handle looks like there, without the leading @. */
	own: RegExp;
	/** What else would call somebody there, who is somebody else. */
	misread: RegExp;
	/** The whole handle of a short one that was written on a host. */
	whole(name: string, host: string): string;
};

const DOMAIN = /^[^@]+\.[^@]+$/;
/** One line per network; of one that is not here no mention is understood. */
const FORMS: Readonly<Record<NetworkId, Form>> = {
	mastodon: { own: /^[^@]+@[^@]+$/, misread: /^[^@]+$/, whole: (name, host) => `${name}@${host}` },
	atproto: { own: DOMAIN, misread: /(?!)/, whole: (name) => name },
	x: { own: /^\w{1,15}$/, misread: /^/, whole: (name) => name },
};
const UNKNOWN: Form = { own: /(?!)/, misread: /^/, whole: (name) => name };

const formOf = (network: NetworkId): Form =>
	(Object.hasOwn(FORMS, network) ? FORMS[network] : undefined) ?? UNKNOWN;

type Known = {
	people: readonly (readonly Identity[])[];
	from?: Place;
	here?: readonly string[];
};

/**
 * The mentions of a text as they have to stand at `to`, and the text with them in it. `people`: each the identities of
 * one person, proven by whoever calls. `from`: where a bare `@name` was meant; without it nobody knows whom it names,
 * but for those of `here`, in small letters: they are somebody at `to`.
 */
export function mentionsOn(
	text: string,
	to: Place,
	{ people, from, here = [] }: Known,
): { text: string; mentions: readonly Meant[] } {
	let out = '';
	let at = 0;
	const mentions = mentionsIn(text).map(({ start, end, handle }): Meant => {
		const isHere = here.includes(handle.toLowerCase());
		const meant = meaningOf(handle, to, people, isHere ? to : from);
		out += text.slice(at, start);
		const moved = { start: out.length, end: out.length + meant.text.length, ...meant };
		out += meant.text;
		at = end;
		return moved;
	});
	return { text: out + text.slice(at), mentions };
}

function meaningOf(
	typed: string,
	to: Place,
	people: readonly (readonly Identity[])[],
	from: Place | undefined,
): Pick<Meant, 'text' | 'meaning'> {
	const asTyped = { text: `@${typed}`, meaning: 'same' } as const;
	const bare = !/[@.]/.test(typed);
	// At the place where it was typed it means what it says.
	if (bare && from?.network === to.network && from.host === to.host) return asTyped;
	const handle = bare && from ? formOf(from.network).whole(typed, from.host) : typed;
	const known =
		bare && !from
			? undefined
			: people.find((one) => one.some(isCalled(handle, bare ? from : undefined)));
	const there = known?.find(({ network }) => network === to.network);
	if (there) return { text: `@${there.handle}`, meaning: 'person' };
	const { own, misread } = formOf(to.network);
	const native = own.test(handle) && (!bare || from?.network === to.network);
	if (native) return { text: `@${handle}`, meaning: 'same' };
	return misread.test(typed) ? { text: typed, meaning: 'plain' } : { ...asTyped, meaning: 'plain' };
}

/** A bare name is one of the network that it was written for alone. */
function isCalled(handle: string, from: Place | undefined) {
	const wanted = handle.toLowerCase();
	return (one: Identity): boolean =>
		one.handle.toLowerCase() === wanted && (from === undefined || one.network === from.network);
}
