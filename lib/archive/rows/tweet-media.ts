import type { Medium } from '../../model';
import { address, baseName, type Fields, fields, list, string, whole } from './fields';

type RawMedium = Fields<
	| 'type'
	| 'media_url_https'
	| 'media_url'
	| 'sizes'
	| 'original_info'
	| 'video_info'
	| 'ext_alt_text'
>;
type Variant = { url: string; bitrate: number };

/** Names of the media files that the archive has, by the id of their tweet: `<tweet id>-<base name>`. */
export type MediaNames = ReadonlyMap<string, readonly string[]>;

/** The pictures and videos of a tweet, each with its file where the archive has it. */
export function mediaOf(items: readonly unknown[], id: string, names: MediaNames): Medium[] {
	const left = [...(names.get(id) ?? [])];
	const media = items.map((item) => mediumOf(fields<keyof RawMedium>(item), id, left));
	// What no medium claimed by its name belongs to the first ones that have none.
	for (const medium of media) {
		if (left.length === 0) break;
		const file = medium.file ?? left.shift();
		if (file) medium.file = file;
	}
	return media;
}

function mediumOf(raw: RawMedium, id: string, left: string[]): Medium {
	const info = fields<'variants' | 'duration_millis'>(raw.video_info);
	const picture = address(raw.media_url_https) ?? address(raw.media_url);
	const variants = raw.type === 'photo' ? [] : variantsOf(info.variants);
	const remote = variants[0]?.url ?? picture;
	const candidates = [...variants.map(({ url }) => url), ...(picture ? [picture] : [])];
	const file = claimFile(left, id, candidates);
	const medium: Medium = {
		type: raw.type === 'video' ? 'video' : raw.type === 'animated_gif' ? 'gif' : 'image',
	};
	if (file) medium.file = file;
	if (remote) medium.remote = remote;
	addSize(medium, raw);
	const duration = whole(info.duration_millis);
	if (duration) medium.duration = duration / 1000;
	const alt = string(raw.ext_alt_text);
	if (alt) medium.alt = alt;
	return medium;
}

function addSize(medium: Medium, raw: RawMedium): void {
	const large = fields<'w' | 'h'>(fields<'large'>(raw.sizes).large);
	const original = fields<'width' | 'height'>(raw.original_info);
	const width = whole(large.w) ?? whole(original.width);
	const height = whole(large.h) ?? whole(original.height);
	if (!width || !height) return;
	medium.width = width;
	medium.height = height;
}

/** mp4 variants, best first: the archive holds the one with the highest bit rate (1,359 of 1,359 seen). */
function variantsOf(value: unknown): Variant[] {
	const variants: Variant[] = [];
	for (const item of list(value)) {
		const raw = fields<'url' | 'bitrate' | 'content_type'>(item);
		const url = address(raw.url);
		if (url && raw.content_type === 'video/mp4')
			variants.push({ url, bitrate: whole(raw.bitrate) ?? 0 });
	}
	return variants.sort((a, b) => b.bitrate - a.bitrate);
}

/** The file by its expected names; each file is given away once. */
function claimFile(left: string[], id: string, urls: readonly string[]): string | undefined {
	for (const url of urls) {
		const at = left.indexOf(`${id}-${baseName(url)}`);
		if (at >= 0) return left.splice(at, 1)[0];
	}
	return undefined;
}
