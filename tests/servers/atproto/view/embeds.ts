import type { Json, Stored } from '../model';
import { homeOf, subjectOf } from '../world';
import { quotingIsOff } from './gates';
import { generatorView, listView } from './lists';
import { parentOf, quoteOf } from './refs';
import { basic, carried, carriedRecords, isBlocked, labelsOf, pictureOf, type Seen } from './seen';

/** What a view makes of the embed of a record; undefined for kinds that it does not know. */
export function embedView(seen: Seen, { did, value }: Stored, depth = 0): Json | undefined {
	return shown(seen, did, value['embed'] as Json | undefined, value, depth);
}

function shown(
	seen: Seen,
	did: string,
	embed: Json | undefined,
	value: Json,
	depth: number,
): Json | undefined {
	const $type = `${String(embed?.['$type'])}#view`;
	const picture = (blob: unknown, size: string) => pictureOf(seen.world, did, blob, size);
	const image = ({ image: blob, alt, aspectRatio }: Json) => ({
		thumb: picture(blob, 'feed_thumbnail'),
		fullsize: picture(blob, 'feed_fullsize'),
		alt,
		...(aspectRatio ? { aspectRatio } : {}),
	});
	switch (embed?.['$type']) {
		case 'app.bsky.embed.images':
			return { $type, images: (embed['images'] as Json[]).map(image) };
		case 'app.bsky.embed.gallery': {
			const type = { $type: 'app.bsky.embed.gallery#viewImage' };
			return {
				$type,
				items: (embed['items'] as Json[]).map((item) => ({ ...type, ...renamed(image(item)) })),
			};
		}
		case 'app.bsky.embed.video':
			return { $type, ...video(seen, did, embed) };
		case 'app.bsky.embed.external': {
			const { thumb, ...rest } = embed['external'] as Json;
			return {
				$type,
				external: { ...rest, ...(thumb ? { thumb: picture(thumb, 'feed_thumbnail') } : {}) },
			};
		}
		case 'app.bsky.embed.record':
			return { $type, record: quoted(seen, (embed['record'] as { uri: string }).uri, did, depth) };
		case 'app.bsky.embed.recordWithMedia':
			return {
				$type,
				record: shown(seen, did, embed['record'] as Json, value, depth),
				media: shown(seen, did, embed['media'] as Json, value, depth),
			};
		default:
			return undefined;
	}
}

const renamed = ({ thumb, ...rest }: Json): Json => ({ thumbnail: thumb, ...rest });

function video({ world }: Seen, did: string, embed: Json): Json {
	const cid = (embed['video'] as { ref: { $link: string } }).ref.$link;
	const base = `${homeOf(world, 0).origin}/video/${encodeURIComponent(did)}/${cid}`;
	return {
		cid,
		playlist: `${base}/playlist.m3u8`,
		thumbnail: `${base}/thumbnail.jpg`,
		...pick(embed, ['alt', 'aspectRatio', 'presentation']),
	};
}

const pick = (from: Json, names: readonly string[]): Json =>
	Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));

/** `app.bsky.embed.record#view…`: a post, or a feed or list; whatever is in the way is said. */
function quoted(seen: Seen, uri: string, by: string, depth: number): Json {
	const record = seen.world.records.get(uri);
	const author = record && carried(seen, record.did);
	const kind = (name: string) => ({ $type: `app.bsky.embed.record#${name}`, uri });
	if (!record || !author) return { ...kind('viewNotFound'), notFound: true };
	if (isBlocked(seen, author.did))
		return { ...kind('viewBlocked'), blocked: true, author: { did: author.did } };
	if (quotingIsOff(seen, record, by)) return { ...kind('viewDetached'), detached: true };
	if (record.collection === 'app.bsky.feed.generator')
		return { $type: 'app.bsky.feed.defs#generatorView', ...generatorView(seen, record) };
	if (record.collection === 'app.bsky.graph.list')
		return { $type: 'app.bsky.graph.defs#listView', ...listView(seen, record) };
	const inner = depth > 0 ? undefined : embedView(seen, record, depth + 1);
	return {
		...kind('viewRecord'),
		cid: record.cid,
		author: basic(seen, author),
		value: record.value,
		labels: labelsOf(seen, uri, record.did, record.value),
		...counts(seen, record),
		embeds: inner ? [inner] : [],
		indexedAt: new Date(record.indexedAt).toISOString(),
	};
}

/** How often a post was answered, passed on, liked, quoted and kept. */
export function counts(seen: Seen, { uri }: Stored) {
	const about = (collection: string) =>
		carriedRecords(seen, collection).filter(({ value }) => subjectOf(value) === uri).length;
	const posts = carriedRecords(seen, 'app.bsky.feed.post');
	return {
		replyCount: posts.filter(({ value }) => parentOf(value) === uri).length,
		repostCount: about('app.bsky.feed.repost'),
		likeCount: about('app.bsky.feed.like'),
		quoteCount: posts.filter(({ value }) => quoteOf(value) === uri).length,
	};
}
