import { Refusal } from '../http/route';
import type { Json } from '../model';

const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
const TIMED = /^app\.bsky\.(feed\.(post|like|repost)|graph\.(follow|block|list|listitem))$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What the reference server refuses of a record. @throws Refusal */
export function checkRecord(collection: string, rkey: string, record: Json): void {
	const refuse = (message: string): never => {
		throw new Refusal(400, 'InvalidRequest', `Invalid ${collection} record: ${message}`, {
			problem: true,
		});
	};
	if (record['$type'] !== collection)
		refuse(`Invalid $type: expected ${collection}, got ${String(record['$type'])}`);
	if (TIMED.test(collection) && !TID.test(rkey)) refuse(`Invalid record key: ${rkey} is no TID`);
	if (TIMED.test(collection) && !isInstant(record['createdAt']))
		refuse('Record/createdAt must be an valid atproto datetime');
	if (collection === 'app.bsky.feed.post') checkPost(record, refuse);
	const subject = record['subject'];
	if (/\.(like|repost)$/.test(collection)) {
		const { uri, cid } = (subject ?? {}) as { uri?: unknown; cid?: unknown };
		if (typeof uri !== 'string' || typeof cid !== 'string') refuse('Record/subject must be a ref');
	}
	if (/\.(follow|block)$/.test(collection) && !/^did:/.test(String(subject)))
		refuse('Record/subject must be a valid did');
}

function checkPost(record: Json, refuse: (message: string) => never): void {
	const text = record['text'];
	if (typeof text !== 'string') throw refuse('Record must have the property "text"');
	if ([...graphemes.segment(text)].length > 300)
		refuse('Record/text must not be longer than 300 graphemes');
	const bytes = Buffer.byteLength(text);
	if (bytes > 3000) refuse('Record/text must not be longer than 3000 characters');
	for (const { index } of (record['facets'] ?? []) as { index: Record<string, number> }[]) {
		const { byteStart = -1, byteEnd = -1 } = index;
		if (byteStart < 0 || byteEnd < byteStart || byteEnd > bytes)
			refuse('a facet is out of the text');
	}
	const images = (record['embed'] as { images?: unknown[] } | undefined)?.images;
	if (images && images.length > 4) refuse('Record/embed/images must not have more than 4 elements');
}

const isInstant = (value: unknown): boolean =>
	typeof value === 'string' &&
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
	!Number.isNaN(Date.parse(value));
