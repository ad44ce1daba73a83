import type { Account, AccountUri } from '../../../model';
import { parseInstant, plainText } from '../../../text';
import { count, type Json, line, present, record, text } from '../../json';
import { fileAddress } from '../../web-address';
import { ATPROTO, type Border } from './border';
import { type RawLabel, readLabels } from './labels';
import { didOf, handleOf, shortDid } from './uri';

const LONGEST_NAME = 200;
const LONGEST_BIO = 5000;
/** What services put where a handle does not lead back to its DID. */
const INVALID = 'handle.invalid';

export type ReadAccount = { account: Account; labels: readonly RawLabel[]; viewer?: Json };

/**
 * `app.bsky.actor.defs#profileViewBasic`, `#profileView` and `#profileViewDetailed`. Undefined for what is no account.
 */
export function readAccount(value: unknown, border: Border): ReadAccount | undefined {
	const json = record(value);
	const key = didOf(json?.['did']);
	if (!json || key === undefined) return undefined;
	const handle = nameOf(json['handle'], key);
	const labels = readLabels(json['labels'], { of: 'author', author: key, now: border.now });
	const bio = plainText(text(json['description']), LONGEST_BIO);
	const account: Account = {
		key,
		handle,
		name: line(json['displayName'], LONGEST_NAME) ?? handle,
		network: ATPROTO,
		...present({
			createdAt: parseInstant(json['createdAt']),
			avatar: fileAddress(json['avatar'], border),
			header: fileAddress(json['banner'], border),
			bio: bio === '' ? undefined : { text: bio },
			counts: readCounts(json),
			bot: has(labels, ({ value, self }) => value === 'bot' && self === true),
			signedInOnly: has(labels, ({ value }) => value === '!no-unauthenticated'),
			// All posts are public here; whoever minds says so by that label.
			indexing: has(labels, ({ value }) => value === '!no-unauthenticated') ? 'no' : 'yes',
		}),
	};
	return { account, labels, ...present({ viewer: record(json['viewer']) }) };
}

function has(labels: readonly RawLabel[], fits: (label: RawLabel) => boolean): true | undefined {
	return labels.some(fits) || undefined;
}

function nameOf(value: unknown, did: AccountUri): string {
	const handle = handleOf(value);
	return handle === undefined || handle === INVALID ? shortDid(did) : handle;
}

function readCounts(json: Json): Account['counts'] {
	const counts = present({
		posts: count(json['postsCount']),
		followers: count(json['followersCount']),
		following: count(json['followsCount']),
	});
	return Object.keys(counts).length > 0 ? counts : undefined;
}
