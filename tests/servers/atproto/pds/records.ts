import { Refusal } from '../http/route';
import type { Json, World } from '../model';
import { checkPost, isRef, type Refuse } from './post';

const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
const TIMED =
	/^app\.bsky\.(feed\.(post|like|repost|threadgate|postgate)|graph\.(follow|block|list|listitem))$/;
const RULE = /^app\.bsky\.feed\.threadgate#(mention|following|follower|list)Rule$/;

/** What the reference server refuses of a record, and what no client may write. @throws Refusal */
export function checkRecord(world: World, did: string, rkey: string, record: Json): void {
	const collection = String(record['$type']);
	const refuse: Refuse = (message) => {
		const words = `Invalid ${collection} record: ${message}`;
		throw new Refusal(400, 'InvalidRequest', words, { problem: true });
	};
	if (TIMED.test(collection) && !TID.test(rkey)) refuse(`Invalid record key: ${rkey} is no TID`);
	if (TIMED.test(collection) && !isInstant(record['createdAt']))
		refuse('Record/createdAt must be an valid atproto datetime');
	if (collection === 'app.bsky.feed.post') checkPost(world, record, refuse);
	const subject = record['subject'];
	if (/\.(like|repost)$/.test(collection) && !isRef(subject))
		refuse('Record/subject must be a ref');
	if (/\.(follow|block)$/.test(collection) && !/^did:/.test(String(subject)))
		refuse('Record/subject must be a valid did');
	if (!/gate$/.test(collection)) return;
	if (record['post'] !== `at://${did}/app.bsky.feed.post/${rkey}`)
		refuse('a gate has the key of its post');
	const allow = record['allow'] as { $type: string }[] | undefined;
	if (collection.endsWith('threadgate') && !allow?.every(({ $type }) => RULE.test($type)))
		refuse('Record/allow must be rules');
}

const isInstant = (value: unknown): boolean =>
	typeof value === 'string' &&
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
	!Number.isNaN(Date.parse(value));
