import type { Text } from './model';

/**
 * What pages of ours ask the background for: ids and a few words of the person, never content. Everything that makes
 * something appear on a network begins with one of these.
 */
export type ToBackground =
	/** Freezes the draft as it is stored with this revision, judges it, and queues one delivery per target. */
	| { type: 'enqueue'; draft: string; rev: number }
	/** Takes back all that has not gone of a draft that was just sent, and makes it a draft again. */
	| { type: 'undo'; draft: string }
	/** Makes a draft again of what failed, for the places where nothing of it appeared. */
	| { type: 'reopen'; draft: string }
	| { type: 'deliver'; delivery: string; step: DeliveryStep }
	/** What the person says to a verdict of a delivery that waits for it; `sentence`: to the one with that source alone. */
	| { type: 'answer'; delivery: string; norm: string; yes: boolean; sentence?: string }
	/** Takes that back, as long as it has not gone. */
	| { type: 'takeBack'; delivery: string; norm: string; sentence?: string }
	/** The person posted it in the network's own window; `link` is what they pasted. */
	| { type: 'posted'; delivery: string; link?: string }
	/** Deletes posts of mine, one by one: of one account each. */
	| { type: 'remove'; posts: readonly { by: string; post: string }[] }
	/** Deletes what a draft made, everywhere; what has not gone yet does not go any more. */
	| { type: 'removeDraft'; draft: string }
	| { type: 'repost'; by: string; post: string; on: boolean };

/**
 * `retry`: a failed one again, or one that waits, now. `cancel`: it shall not go any more. `send`: its time came while
 * nobody was there: now. `opened`: the window was opened. `there` and `absent`: the person looked.
 */
export type DeliveryStep = 'retry' | 'cancel' | 'send' | 'opened' | 'there' | 'absent';

/** `refused`: nothing was changed, and why. */
export type FromBackground = { done: true } | { refused: Text };

/** What goes over the wire: `failed` when the background could not even say that, in the error's own words. */
export type Reply = FromBackground | { failed: string };

const STEPS: readonly DeliveryStep[] = ['retry', 'cancel', 'send', 'opened', 'there', 'absent'];
const LONGEST = 4096;
const MOST_POSTS = 1000;

type Fields = Readonly<Record<string, unknown>>;
type Readers = {
	readonly [T in ToBackground['type']]: (fields: Fields) => ToBackground | undefined;
};

const READERS: Readers = {
	enqueue: ({ draft, rev }) =>
		isId(draft) && typeof rev === 'number' ? { type: 'enqueue', draft, rev } : undefined,
	undo: ({ draft }) => (isId(draft) ? { type: 'undo', draft } : undefined),
	reopen: ({ draft }) => (isId(draft) ? { type: 'reopen', draft } : undefined),
	deliver({ delivery, step }) {
		const known = STEPS.find((one) => one === step);
		return isId(delivery) && known ? { type: 'deliver', delivery, step: known } : undefined;
	},
	answer: ({ delivery, norm, yes, sentence }) =>
		isId(delivery) && isId(norm)
			? { type: 'answer', delivery, norm, yes: yes === true, ...sentenceOf(sentence) }
			: undefined,
	takeBack: ({ delivery, norm, sentence }) =>
		isId(delivery) && isId(norm)
			? { type: 'takeBack', delivery, norm, ...sentenceOf(sentence) }
			: undefined,
	posted({ delivery, link }) {
		if (!isId(delivery) || (link !== undefined && !isId(link))) return undefined;
		return { type: 'posted', delivery, ...(link === undefined ? {} : { link }) };
	},
	remove: ({ posts }) => readPosts(posts),
	removeDraft: ({ draft }) => (isId(draft) ? { type: 'removeDraft', draft } : undefined),
	repost: ({ by, post, on }) =>
		isId(by) && isId(post) ? { type: 'repost', by, post, on: on === true } : undefined,
};

/** Words of a server: as long as they are. */
function sentenceOf(sentence: unknown): { sentence?: string } {
	return typeof sentence === 'string' ? { sentence } : {};
}

/** What came, if it is a message of this protocol; undefined for everything else. */
export function readMessage(value: unknown): ToBackground | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const fields: Fields = { ...value };
	const { type } = fields;
	if (typeof type !== 'string' || !Object.hasOwn(READERS, type)) return undefined;
	return READERS[type as ToBackground['type']](fields);
}

function readPosts(value: unknown): ToBackground | undefined {
	if (!Array.isArray(value) || value.length === 0 || value.length > MOST_POSTS) return undefined;
	const posts: { by: string; post: string }[] = [];
	for (const one of value as readonly unknown[]) {
		if (typeof one !== 'object' || one === null) return undefined;
		const { by, post }: Readonly<Record<string, unknown>> = { ...one };
		if (!isId(by) || !isId(post)) return undefined;
		posts.push({ by, post });
	}
	return { type: 'remove', posts };
}

function isId(value: unknown): value is string {
	return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}

type Sender = { id?: string | undefined; url?: string | undefined; frameId?: number | undefined };

/**
 * Whether a message came from a page of the extension itself that fills its tab, popup or panel: never from a content
 * script or another extension, and never from a frame in a page of others, which that page can cover. `own`: the
 * extension's id, and the address of any page of it.
 */
export function isOurPage(sender: Sender, own: { id: string; page: string }): boolean {
	const { id, url = '', frameId } = sender;
	if (frameId) return false;
	// A content script has our id too, but the address of the page that it stands in.
	return id === own.id && placeOf(url) !== '' && placeOf(url) === placeOf(own.page);
}

/** Scheme and host: engines do not agree on the origin of an extension's page. */
function placeOf(address: string): string {
	if (!URL.canParse(address)) return '';
	const { protocol, host } = new URL(address);
	return `${protocol}//${host}`;
}
