import type { AccountUri, Relationship } from '../../../model';
import { plainText } from '../../../text';
import { flag, localId, present, record, text } from '../../json';

const LONGEST_NOTE = 4000;

/** https://docs.joinmastodon.org/entities/Relationship/ of the account that is known by its key. */
export function readRelationship(
	value: unknown,
	by: AccountUri,
	account: AccountUri,
): Relationship | undefined {
	const json = record(value);
	const id = localId(json?.['id']);
	if (!json || id === undefined) return undefined;
	return {
		by,
		account,
		localId: id,
		...present({
			following: flag(json['following']),
			requested: flag(json['requested']),
			followedBy: flag(json['followed_by']),
			requestedBy: flag(json['requested_by']),
			blocking: flag(json['blocking']),
			blockedBy: flag(json['blocked_by']),
			muting: flag(json['muting']),
			mutingNotices: flag(json['muting']) && flag(json['muting_notifications']),
			serverBlocked: flag(json['domain_blocking']),
			note: plainText(text(json['note']), LONGEST_NOTE) || undefined,
		}),
	};
}
