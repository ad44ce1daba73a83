import { Refusal } from '../http/route';
import type { Json, World } from '../model';

/** What is wrong with a record; never returns. */
export type Refuse = (message: string) => never;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const FEATURE = 'app.bsky.richtext.facet#';

const long = (text: string): number => [...graphemes.segment(text)].length;
const every = (value: unknown): Json[] => (Array.isArray(value) ? value : []);

export function isRef(value: unknown): value is { uri: string; cid: string } {
	const { uri, cid } = (value ?? {}) as { uri?: unknown; cid?: unknown };
	return typeof uri === 'string' && /^at:\/\/did:/.test(uri) && typeof cid === 'string';
}

/** https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json and what it names. */
export function checkPost(world: World, record: Json, refuse: Refuse): void {
	const text = record['text'];
	if (typeof text !== 'string') throw refuse('Record must have the property "text"');
	if (long(text) > 300) refuse('Record/text must not be longer than 300 graphemes');
	if (Buffer.byteLength(text) > 3000) refuse('Record/text must not be longer than 3000 characters');
	for (const facet of every(record['facets'])) checkFacet(Buffer.from(text), facet, refuse);
	const langs = every(record['langs']);
	if (langs.length > 3 || !langs.every((one) => LANGUAGE.test(String(one))))
		refuse('Record/langs must be up to three languages');
	checkLabels(record['labels'] as Json | undefined, refuse);
	const reply = record['reply'] as Json | undefined;
	if (reply) for (const end of ['root', 'parent']) checkRef(world, reply[end], refuse);
	if (record['embed'] !== undefined) checkEmbed(world, record['embed'] as Json, refuse);
}

function checkFacet(bytes: Buffer, { index, features }: Json, refuse: Refuse): void {
	const { byteStart, byteEnd } = (index ?? {}) as Record<string, unknown>;
	if (!Number.isInteger(byteStart) || !Number.isInteger(byteEnd)) refuse('a facet without bytes');
	const [from, to] = [Number(byteStart), Number(byteEnd)];
	if (from < 0 || to <= from || to > bytes.length) refuse('a facet is out of the text');
	// Continuation bytes of UTF-8 begin nothing.
	const inside = [from, to].some((at) => ((bytes[at] ?? 0) & 0xc0) === 0x80);
	if (inside) refuse('a facet begins or ends inside a character');
	const words = bytes.subarray(from, to).toString('utf8');
	if (every(features).length === 0) refuse('a facet without features');
	for (const feature of every(features))
		if (!fits(feature, words)) refuse(`a facet that is none: ${words}`);
}

function fits({ $type, uri, tag, did }: Json, words: string): boolean {
	switch ($type) {
		case `${FEATURE}link`:
			return URL.canParse(String(uri));
		case `${FEATURE}tag`:
			return words === `#${tag}` && long(String(tag)) <= 64;
		case `${FEATURE}mention`:
			return /^did:/.test(String(did)) && words.startsWith('@');
		default:
			return false;
	}
}

function checkLabels(labels: Json | undefined, refuse: Refuse): void {
	if (!labels) return;
	if (labels['$type'] !== 'com.atproto.label.defs#selfLabels') refuse('labels that are none');
	const values = every(labels['values']);
	if (values.length > 10 || !values.every(({ val }) => typeof val === 'string'))
		refuse('labels that are none');
}

/** A version that nobody has is nothing to answer or to quote. */
function checkRef(world: World, value: unknown, refuse: Refuse): void {
	if (!isRef(value)) throw refuse('a ref must have uri and cid');
	if (world.records.get(value.uri)?.cid !== value.cid) refuse(`a ref to nothing: ${value.uri}`);
}

function checkEmbed(world: World, embed: Json, refuse: Refuse): void {
	const kind = String(embed['$type']).replace('app.bsky.embed.', '');
	switch (kind) {
		case 'images': {
			const images = every(embed['images']);
			if (images.length < 1 || images.length > 4)
				refuse('Record/embed/images must not have more than 4 elements');
			for (const image of images) {
				checkDescribed(image, true, refuse);
				checkBlob(world, image['image'], { type: /^image\//, most: 2_000_000 }, refuse);
			}
			return;
		}
		case 'video':
			checkDescribed(embed, false, refuse);
			checkBlob(world, embed['video'], { type: /^video\/mp4$/, most: 300_000_000 }, refuse);
			return;
		case 'external': {
			const { uri, title, description } = (embed['external'] ?? {}) as Json;
			if (![uri, title, description].every((one) => typeof one === 'string'))
				refuse('Record/embed/external must have uri, title and description');
			return;
		}
		case 'record':
			checkRef(world, embed['record'], refuse);
			return;
		case 'recordWithMedia':
			checkEmbed(world, embed['record'] as Json, refuse);
			checkEmbed(world, embed['media'] as Json, refuse);
			return;
		default:
			refuse(`Record/embed/$type: ${kind}`);
	}
}

function checkDescribed({ alt, aspectRatio }: Json, needed: boolean, refuse: Refuse): void {
	if (needed && typeof alt !== 'string') refuse('an image must have the property "alt"');
	const { width, height } = (aspectRatio ?? { width: 1, height: 1 }) as Record<string, number>;
	if (![width, height].every((one) => Number.isInteger(one) && (one ?? 0) > 0))
		refuse('aspectRatio must be whole numbers');
}

function checkBlob(
	world: World,
	value: unknown,
	{ type, most }: { type: RegExp; most: number },
	refuse: Refuse,
): void {
	const { $type, ref, mimeType, size } = (value ?? {}) as Record<string, unknown>;
	const cid = String((ref as Json | undefined)?.['$link']);
	if ($type !== 'blob' || !type.test(String(mimeType)) || Number(size) > most)
		refuse('a blob that is none, or of the wrong kind');
	const there = world.blobs.get(cid);
	// It may have been thrown away: no fault of the client.
	if (!there) throw new Refusal(400, 'BlobNotFound', `Could not find blob: ${cid}`);
	if (there.bytes.length !== size || there.type !== mimeType)
		refuse('a blob that says another type or size than was sent');
}
