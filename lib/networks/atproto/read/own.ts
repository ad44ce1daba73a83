import type { Medium, PostUri, Session, Source } from '../../../model';
import { parseInstant } from '../../../text';
import type { Io } from '../../io';
import { each, type Json, list, present, record, text } from '../../json';
import type { SeenPost } from '../../network';
import { NetworkProblem } from '../../problem';
import { altOf, type Embedded, readExternal, readRatio } from '../decode/embed';
import type { Gathering } from '../decode/gathering';
import { meaningOf, type Words } from '../decode/label-words';
import { selfLabels } from '../decode/labels';
import { recordPost } from '../decode/post';
import { cidOf, POST, postUri, recordUri, shortDid } from '../decode/uri';
import type { Xrpc } from '../xrpc';
import { gathering } from './border';
import { cursorOf, type Entries, type Part } from './feed';

/** Begins a cursor that leads on in the repository. */
export const REPO = 'repo:';
/** Behind it: on below a key in the whole repository, as the server lists nothing. */
const WHOLE = 'car:';

/** Reads the whole repository; it comes with a library, and only where there are pages. */
export type LoadRepo = () => Promise<Pick<typeof import('../repo'), 'readRepo'>>;

type Listed = { records: unknown; older?: string | undefined };

const LIMIT = 50;
/** Of a page of the whole repository. */
const MOST = 1000;
/** The server is there, and does not list records. */
const FAILS = /^(missing|refused|broken|busy|slow)$/;

/** Whether a feed can be read without any AppView: what I wrote lies on my own server. */
export function isOwnFeed(source: Source, { account }: Session): boolean {
	return source.kind === 'author' && source.account === account && source.show !== 'pinned';
}

/**
 * Posts of mine as they lie in my repository, newest first. Without counts, and with no word of what others did.
 */
export async function readOwnPart(
	x: Xrpc,
	session: Session,
	{
		source,
		cursor,
		io,
		load,
	}: { source: Source; cursor: string | undefined; io: Io; load: LoadRepo | undefined },
	into: Gathering,
): Promise<Part> {
	const { records, older } = await listedOf(x, session, cursor, { io, load });
	if (!Array.isArray(records)) throw new NetworkProblem('broken', session.host);
	const show = source.kind === 'author' ? source.show : 'replies';
	const entries = list(records, MOST).flatMap((one) => {
		const value = record(record(one)?.['value']);
		if (value && !isWanted(value, show, x.did)) return [];
		const entry = keepRecord(record(one), into);
		if (!entry) into.refused++;
		return entry ?? [];
	});
	return {
		entries,
		...(older === undefined || older === cursor ? {} : { older: `${REPO}${older}` }),
	};
}

/** By com.atproto.repo.listRecords; where that is not there or fails, the whole repository is fetched. */
async function listedOf(
	x: Xrpc,
	session: Session,
	cursor: string | undefined,
	{ io, load }: { io: Io; load: LoadRepo | undefined },
): Promise<Listed> {
	const whole = async (before: string | undefined): Promise<Listed> => {
		if (!load) throw new NetworkProblem('missing', session.host);
		const { records, older } = await (await load()).readRepo(session, before, io);
		return { records, ...(older === undefined ? {} : { older: `${WHOLE}${older}` }) };
	};
	if (cursor?.startsWith(WHOLE)) return whole(cursor.slice(WHOLE.length));
	try {
		const query = { repo: x.did, collection: POST, limit: LIMIT, cursor };
		const json = record(await x.get('com.atproto.repo.listRecords', query));
		if (!Array.isArray(json?.['records'])) throw new NetworkProblem('broken', session.host);
		return { records: json['records'], older: cursorOf(json['cursor']) };
	} catch (problem) {
		const fails = problem instanceof NetworkProblem && FAILS.test(problem.kind);
		// A cursor of the list leads nowhere in the whole.
		if (!fails || !load || cursor !== undefined) throw problem;
		return whole(undefined);
	}
}

function isWanted(value: Json, show: string, did: string): boolean {
	const parent = postUri(record(record(value['reply'])?.['parent'])?.['uri']);
	if (show === 'posts') return parent === undefined || recordUri(parent)?.did === did;
	const type = text(record(value['embed'])?.['$type']);
	return show !== 'media' || /\.(images|gallery|video|recordWithMedia)$/.test(type);
}

function keepRecord(json: Json | undefined, into: Gathering): Entries[number] | undefined {
	const { by, origin, now } = into.border;
	const key = postUri(json?.['uri']);
	const cid = cidOf(json?.['cid']);
	const value = record(json?.['value']);
	const at = parseInstant(value?.['createdAt']);
	if (!value || key === undefined || cid === undefined || at === undefined) return undefined;
	if (recordUri(key)?.did !== by) return undefined;
	const sortAt = Math.min(at, now);
	into.post({
		post: {
			...recordPost(value, { key, author: by, at: sortAt }),
			...embedOf(record(value['embed']), blobs(origin, by)),
		},
		view: { by, localId: cid, own: true, partial: true },
		labels: selfLabels(value['labels'], by, now),
	});
	return {
		activity: key,
		post: key,
		sortAt,
		seen: [{ by, cursorId: key, localId: cid }],
	};
}

/** A post of mine as it lies in my repository: `json` names its address, its version and its record. */
export function seenOwn(session: Session, json: Json, io: Io): SeenPost | undefined {
	const into = gathering(session, io);
	keepRecord(json, into);
	// What its author says of it means the same everywhere.
	const words: Words = { of: (_, value) => meaningOf(undefined, value), choice: () => undefined };
	return into.all(words).posts[0];
}

type Blob = (value: unknown) => string | undefined;

/** Where the server has the files of a repository: com.atproto.sync.getBlob, for everybody. */
function blobs(origin: string, did: string): Blob {
	return (value) => {
		const cid = cidOf(record(record(value)?.['ref'])?.['$link']);
		if (cid === undefined) return undefined;
		return `${origin}/xrpc/com.atproto.sync.getBlob?${new URLSearchParams({ did, cid })}`;
	};
}

/** The records of `app.bsky.embed.*`, not the views that an AppView makes of them. */
function embedOf(embed: Json | undefined, blob: Blob): Embedded {
	switch (embed?.['$type']) {
		case 'app.bsky.embed.images':
			return present({ media: each(embed['images'], 20, (one) => pictureOf(one, blob)) });
		case 'app.bsky.embed.gallery':
			return present({ media: each(embed['items'], 20, (one) => pictureOf(one, blob)) });
		case 'app.bsky.embed.video': {
			const medium = { ...common(embed), ...present({ remote: blob(embed['video']) }) };
			return { media: [{ type: embed['presentation'] === 'gif' ? 'gif' : 'video', ...medium }] };
		}
		case 'app.bsky.embed.external':
			return present({ card: readExternal(embed['external'], undefined) });
		case 'app.bsky.embed.record':
			return quoteOf(record(embed['record'])?.['uri']);
		case 'app.bsky.embed.recordWithMedia':
			return {
				...quoteOf(record(record(embed['record'])?.['record'])?.['uri']),
				...mediaOf(record(embed['media']), blob),
			};
		default:
			return embed === undefined ? {} : { unshown: true };
	}
}

function mediaOf(embed: Json | undefined, blob: Blob): Embedded {
	return /^app\.bsky\.embed\.record/.test(text(embed?.['$type'])) ? {} : embedOf(embed, blob);
}

function pictureOf(value: unknown, blob: Blob): Medium | undefined {
	const json = record(value);
	const remote = blob(json?.['image']);
	return json && remote ? { type: 'image', remote, ...common(json) } : undefined;
}

function common(json: Json): Pick<Medium, 'alt' | 'width' | 'height'> {
	return { ...present({ alt: altOf(json) }), ...readRatio(json['aspectRatio']) };
}

function quoteOf(value: unknown): Embedded {
	const post: PostUri | undefined = postUri(value);
	const did = recordUri(value)?.did;
	return post === undefined || did === undefined
		? {}
		: { quote: { post, url: '', handle: shortDid(did) } };
}
