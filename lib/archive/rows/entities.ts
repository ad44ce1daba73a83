import { codePointOffsets, type FacetKind, type Mark } from './compose';
import { address, type Fields, fields, idString, list, string } from './fields';

type Entity = Fields<
	'indices' | 'url' | 'expanded_url' | 'screen_name' | 'id_str' | 'id' | 'text' | 'name'
>;
type Entities = Fields<'urls' | 'user_mentions' | 'hashtags' | 'symbols' | 'media'>;

/** A post on X by its address, whoever's: the handle in it and the id. */
export const STATUS_ADDRESS =
	/^https?:\/\/(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com\/(?:#!\/)?(\w+|i\/web)\/status(?:es)?\/(\d{1,19})(?!\d)/i;

export type Quoted = { id: string; handle: string; url: string };

/**
 * The marks of a tweet's raw text. Indices count code points of the escaped text (right for 11,613 of 11,613
 * entities in eight real archives); where they do not fit what they should mark, the place is looked up by its
 * words, so that a rewritten archive does not cut words in half.
 */
export function marksOf(raw: string, value: unknown, media: readonly unknown[]): Mark[] {
	const entities = fields<keyof Entities>(value);
	const marks: Mark[] = [];
	const offset = codePointOffsets(raw);
	const add = (
		entity: Entity,
		fits: (slice: string) => boolean,
		words: string,
		kind: Partial<Mark>,
	) => {
		const place = placeOf(raw, offset, entity, fits, words);
		if (place) marks.push({ ...place, ...kind });
	};
	for (const item of list(entities.urls)) {
		const entity = fields<keyof Entity>(item);
		const href = address(entity.expanded_url) ?? address(entity.url);
		if (href) add(entity, isAddress, string(entity.url) ?? '', linkMark(href));
	}
	for (const item of list(entities.user_mentions)) {
		const entity = fields<keyof Entity>(item);
		const handle = string(entity.screen_name);
		if (handle && HANDLE.test(handle))
			add(entity, isMention, `@${handle}`, { facet: mentionFacet(handle, entity) });
	}
	for (const item of list(entities.hashtags)) addTag(fields(item), '#', 'tag', add);
	for (const item of list(entities.symbols)) addTag(fields(item), '$', 'cashtag', add);
	const medium = fields<keyof Entity>(media[0]);
	if (media.length > 0) add(medium, isAddress, string(medium.url) ?? '', { show: '' });
	return marks;
}

type Add = (
	entity: Entity,
	fits: (slice: string) => boolean,
	words: string,
	kind: Partial<Mark>,
) => void;

function addTag(entity: Entity, sign: string, type: 'tag' | 'cashtag', add: Add): void {
	const tag = string(entity.text);
	if (tag) add(entity, sign === '#' ? isTag : isCashtag, sign + tag, { facet: { type, tag } });
}

/** What can be a handle; those of the first years have up to 20 signs. */
const HANDLE = /^\w{1,20}$/;

const isAddress = (slice: string) => /^https?:\/\/\S+$/i.test(slice);
const isMention = (slice: string) => /^[@＠]\w+$/.test(slice);
const isTag = (slice: string) => /^[#＃]\S+$/.test(slice);
const isCashtag = (slice: string) => /^\$\S+$/.test(slice);

/** What a link shows: the whole address without its scheme, so that it can be read, searched and copied. */
export function linkMark(href: string): { show: string; facet: FacetKind } {
	return {
		show: href.replace(/^https?:\/\//i, '').replace(/\/$/, ''),
		facet: { type: 'link', href },
	};
}

export function mentionFacet(handle: string, entity: Fields<'id_str' | 'id'>): FacetKind {
	const id = idString(entity.id_str) ?? idString(entity.id);
	return id ? { type: 'mention', handle, account: `tw:${id}` } : { type: 'mention', handle };
}

function placeOf(
	raw: string,
	offset: (codePoint: number) => number,
	entity: Entity,
	fits: (slice: string) => boolean,
	words: string,
): { start: number; end: number } | undefined {
	const indices = list(entity.indices);
	const start = offset(Number(indices[0]));
	const end = offset(Number(indices[1]));
	if (start < end && end <= raw.length && fits(raw.slice(start, end))) return { start, end };
	const found = words.length > 1 ? raw.toLowerCase().indexOf(words.toLowerCase()) : -1;
	return found < 0 ? undefined : { start: found, end: found + words.length };
}

/** The last link that leads to a post is what X shows as quoted. */
export function quotedOf(value: unknown): Quoted | undefined {
	const urls = list(fields<'urls'>(value).urls);
	for (let i = urls.length - 1; i >= 0; i--) {
		const url = address(fields<'expanded_url'>(urls[i]).expanded_url);
		const match = url ? STATUS_ADDRESS.exec(url) : null;
		if (url && match?.[2]) {
			const handle = match[1] ?? '';
			return { id: match[2], handle: handle === 'i' || handle === 'i/web' ? '' : handle, url };
		}
	}
	return undefined;
}
