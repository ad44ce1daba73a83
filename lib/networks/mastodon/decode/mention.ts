import type { AccountUri } from '../../../model';
import { each, line, localId, present, record } from '../../json';
import { pageAddress } from '../../web-address';
import { mentionKey } from './account-key';
import type { Border } from './border';
import { handleOf } from './handle';

/** Somebody whom a post names; `url` of the profile, `localId` of the account. */
export type ReadMention = { handle: string; url: string; account?: AccountUri; localId?: string };

/** https://docs.joinmastodon.org/entities/Status/#Mention */
export function readMentions(value: unknown, border: Border): readonly ReadMention[] | undefined {
	return each(value, 200, (one) => {
		const json = record(one);
		const handle = json && handleOf(json, border);
		const url = pageAddress(json?.['url']);
		if (!json || !handle || !url) return undefined;
		const account = mentionKey(json, border);
		return { handle, url, ...present({ account, localId: localId(json['id']) }) };
	});
}

/** https://docs.joinmastodon.org/entities/Tag/: the names, without #. */
export function readTags(value: unknown): readonly string[] | undefined {
	return each(value, 100, readTag);
}

export function readTag(value: unknown): string | undefined {
	const name = line(record(value)?.['name'] ?? value, 200)?.replace(/^#/, '');
	return name && !/[\s/#?]/.test(name) ? name : undefined;
}
