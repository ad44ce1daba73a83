import type { Account, ProfileField } from '../../../model';
import { htmlToRichText, parseInstant } from '../../../text';
import { count, each, flag, type Json, line, localId, present, record, text } from '../../json';
import { fileAddress, pageAddress } from '../../web-address';
import { accountKey } from './account-key';
import { type Border, isOwn, MASTODON } from './border';
import { readEmojis } from './emoji';
import { handleOf } from './handle';

const LONGEST_NAME = 200;
const LONGEST_FIELD = 4096;

/** What a server calls "no picture", which is nothing to fetch and show. */
const MISSING = /\/missing\.png$/;

export type ReadAccount = { account: Account; localId?: string };

/**
 * https://docs.joinmastodon.org/entities/Account/ of any of the programs. `post` is the address of a post of the
 * account, where it came with one. Undefined for what is no account.
 */
export function readAccount(
	value: unknown,
	border: Border,
	post?: string,
): ReadAccount | undefined {
	const json = record(value);
	const key = json && accountKey(json, border, post);
	const handle = json && handleOf(json, border);
	if (!json || !key || !handle) return undefined;
	const id = localId(json['id']);
	const account: Account = {
		key,
		handle,
		name: line(json['display_name'], LONGEST_NAME) ?? handle.split('@', 1)[0] ?? handle,
		network: MASTODON,
		...present({
			own: isOwn(key, border),
			createdAt: parseInstant(json['created_at']),
			url: pageAddress(json['url']),
			avatar: picture(json['avatar_static'], border) ?? picture(json['avatar'], border),
			header: picture(json['header_static'], border) ?? picture(json['header'], border),
			fields: each(json['fields'], 30, (field) => readField(field, border)),
			emojis: readEmojis(json['emojis'], border),
			counts: readCounts(json),
			locked: flag(json['locked']),
			bot: flag(json['bot']),
			group: flag(json['group']),
			limited: flag(json['limited']),
			suspended: flag(json['suspended']),
			indexing: readIndexing(json),
			moved: readMoved(json['moved'], border),
		}),
	};
	const bio = htmlToRichText(text(json['note']), { base: account.url ?? border.origin });
	if (bio.text !== '') account.bio = bio;
	return { account, ...(id === undefined ? {} : { localId: id }) };
}

function picture(value: unknown, border: Border): string | undefined {
	return typeof value === 'string' && MISSING.test(value) ? undefined : fileAddress(value, border);
}

function readField(value: unknown, { origin }: Border): ProfileField | undefined {
	const json = record(value);
	const name = line(json?.['name'], LONGEST_NAME);
	if (!json || !name) return undefined;
	const html = text(json['value']).slice(0, LONGEST_FIELD);
	return {
		name,
		value: htmlToRichText(html, { base: origin }),
		...present({ verifiedAt: parseInstant(json['verified_at']) }),
	};
}

/**
 * `noindex` is a wish. `indexable` is off until somebody turns it on, and off for whoever's server has no such thing: off
 * says nothing.
 */
function readIndexing(json: Json): Account['indexing'] {
	if (json['noindex'] === true) return 'no';
	const indexable = json['indexable'];
	return indexable === true ? 'yes' : indexable === false ? 'unsaid' : undefined;
}

function readCounts(json: Json): Account['counts'] {
	const counts = present({
		posts: count(json['statuses_count']),
		followers: count(json['followers_count']),
		following: count(json['following_count']),
	});
	return Object.keys(counts).length > 0 ? counts : undefined;
}

function readMoved(value: unknown, border: Border): Account['moved'] {
	const json = record(value);
	const account = json && accountKey(json, border);
	const handle = json && handleOf(json, border);
	return account && handle ? { account, handle } : undefined;
}
