import type { AccountUri, Relationship } from '../../../model';
import { flag, type Json, present } from '../../json';

/** `app.bsky.actor.defs#viewerState`: what stands between me and whom it came with. */
export function readRelationship(
	viewer: Json,
	by: AccountUri,
	account: AccountUri,
): Omit<Relationship, 'labels'> {
	return {
		by,
		account,
		localId: account,
		...present({
			following: named(viewer['following']),
			followedBy: named(viewer['followedBy']),
			blocking: named(viewer['blocking']) ?? named(viewer['blockingByList']),
			blockedBy: flag(viewer['blockedBy']),
			muting: flag(viewer['muted']),
			mutingNotices: flag(viewer['muted']),
		}),
	};
}

/** The record that says so, by its address or seen whole. */
function named(value: unknown): true | undefined {
	return (typeof value === 'string' ? value !== '' : flag(typeof value === 'object' && !!value))
		? true
		: undefined;
}
