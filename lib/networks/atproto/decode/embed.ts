import type { Card, Medium, Post } from '../../../model';
import { plainText } from '../../../text';
import { count, each, type Json, line, present, record, text } from '../../json';
import { fileAddress, pageAddress } from '../../web-address';
import type { Border } from './border';
import { authorityOf, postUri, recordUri } from './uri';

type Quote = NonNullable<Post['quote']>;
export type Embedded = { media?: readonly Medium[]; card?: Card; quote?: Quote; unshown?: true };

/** Reads a quoted post where it may be seen; its key, and what its author is called. */
export type Keep = (view: Json) => { post: string; handle: string } | undefined;

const LONGEST_ALT = 20_000;
const LONGEST_LINE = 300;
const LONGEST_DESCRIPTION = 1000;
const MOST_MEDIA = 20;

/** The views of `app.bsky.embed.*`; of what is not known here only that it is there. */
export function readEmbed(value: unknown, border: Border, keep: Keep): Embedded {
	const json = record(value);
	switch (json?.['$type']) {
		case 'app.bsky.embed.images#view':
			return present({ media: readImages(json['images'], border) });
		case 'app.bsky.embed.gallery#view':
			return present({ media: readImages(json['items'], border) });
		case 'app.bsky.embed.video#view':
			return present({ media: readVideo(json, border) });
		case 'app.bsky.embed.external#view':
			return present({ card: readExternal(json['external'], border) });
		case 'app.bsky.embed.record#view':
			return readRecord(json['record'], keep);
		case 'app.bsky.embed.recordWithMedia#view': {
			// Its record is a view of a record again; media never hold another.
			const media = record(json['media']);
			const isRecord = /^app\.bsky\.embed\.record/.test(text(media?.['$type']));
			return {
				...readRecord(record(json['record'])?.['record'], keep),
				...(isRecord ? {} : readEmbed(media, border, keep)),
			};
		}
		default:
			return json === undefined ? {} : { unshown: true };
	}
}

function readImages(value: unknown, border: Border): readonly Medium[] | undefined {
	return each(value, MOST_MEDIA, (one) => {
		const json = record(one);
		if (!json) return undefined;
		const remote = fileAddress(json['fullsize'], border);
		const preview = fileAddress(json['thumb'] ?? json['thumbnail'], border);
		const alt = altOf(json);
		if (!remote && !preview && !alt) return undefined;
		const type = remote ? 'image' : 'unknown';
		return { type, ...present({ remote, preview, alt }), ...readRatio(json['aspectRatio']) };
	});
}

function readVideo(json: Json, border: Border): readonly Medium[] | undefined {
	const playlist = fileAddress(json['playlist'], border);
	const preview = fileAddress(json['thumbnail'], border);
	const alt = altOf(json);
	if (!playlist && !preview && !alt) return undefined;
	const moving = json['presentation'] === 'gif' ? 'gif' : 'video';
	const medium: Medium = {
		type: playlist ? moving : 'unknown',
		...present({ playlist, preview, alt }),
		...readRatio(json['aspectRatio']),
	};
	return [medium];
}

export function altOf(json: Json): string | undefined {
	return plainText(text(json['alt']), LONGEST_ALT) || undefined;
}

/** `app.bsky.embed.defs#aspectRatio`: a proportion, not always the size in pixels. */
export function readRatio(value: unknown): Pick<Medium, 'width' | 'height'> {
	const json = record(value);
	const [width, height] = [count(json?.['width']), count(json?.['height'])];
	return width && height ? { width, height } : {};
}

/** Without a border its picture is no address, but a file in a repository. */
export function readExternal(value: unknown, border: Border | undefined): Card | undefined {
	const json = record(value);
	const url = pageAddress(json?.['uri']);
	if (!json || !url) return undefined;
	return {
		url,
		title: line(json['title'], LONGEST_LINE) ?? new URL(url).host,
		type: 'link',
		...present({
			description: plainText(text(json['description']), LONGEST_DESCRIPTION) || undefined,
			image: border && fileAddress(json['thumb'], border),
		}),
	};
}

const AWAY: Readonly<Record<string, Quote['state']>> = {
	'app.bsky.embed.record#viewNotFound': 'deleted',
	'app.bsky.embed.record#viewBlocked': 'hidden',
	'app.bsky.embed.record#viewDetached': 'revoked',
};

function readRecord(value: unknown, keep: Keep): Embedded {
	const json = record(value);
	if (!json) return {};
	const type = text(json['$type']);
	const state = Object.hasOwn(AWAY, type) ? AWAY[type] : undefined;
	// Feeds, lists and the like can be away too: then there is no post that anybody quotes.
	if (state) {
		const other = recordUri(json['uri']) && postUri(json['uri']) === undefined;
		return other ? {} : { quote: { post: '', url: '', handle: '', state } };
	}
	if (type !== 'app.bsky.embed.record#viewRecord') {
		const card = readNamed(json);
		return card ? { card } : { unshown: true };
	}
	const kept = keep(json);
	return kept ? { quote: { ...kept, url: '' } } : {};
}

/** A feed, a list, a starter pack, a labeler: its name. Nowhere is an address to open it at. */
function readNamed(json: Json): Card | undefined {
	const inside = record(json['record']);
	const maker = record(json['creator']);
	const name = json['displayName'] ?? json['name'] ?? inside?.['name'] ?? maker?.['displayName'];
	const title = line(name, LONGEST_LINE);
	if (title === undefined || authorityOf(text(json['uri'])) === undefined) return undefined;
	const description = plainText(text(json['description']), LONGEST_DESCRIPTION) || undefined;
	const author = line(maker?.['displayName'] ?? maker?.['handle'], LONGEST_LINE);
	return { url: '', title, type: 'other', ...present({ description, author }) };
}
