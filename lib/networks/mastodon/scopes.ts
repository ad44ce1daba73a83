/** What the product does with an account, and no more. */
const FINE: readonly string[] = [
	'read:accounts',
	'read:statuses',
	'read:notifications',
	'read:lists',
	'read:filters',
	'read:favourites',
	'read:bookmarks',
	'read:follows',
	'read:search',
	'read:blocks',
	'read:mutes',
	'write:statuses',
	'write:media',
	'write:favourites',
	'write:bookmarks',
	'write:follows',
	'write:conversations',
	'write:blocks',
	'write:mutes',
	'write:reports',
	// Announcements are marked as read under this name.
	'write:accounts',
];
const COARSE: readonly string[] = ['read', 'write', 'follow'];

/**
 * The scopes to ask for: the fine ones that a server lists (unknown ones are refused there), the coarse ones where it
 * knows no fine ones. A server that lists none is asked as its program is known to understand.
 */
export function scopesFor(
	supported: readonly string[] | undefined,
	fine: boolean,
): readonly string[] {
	if (!supported || supported.length === 0) return fine ? FINE : COARSE;
	const listed = FINE.filter((scope) => supported.includes(scope));
	if (listed.length > 0) return listed;
	const coarse = COARSE.filter((scope) => supported.includes(scope));
	return coarse.length > 0 ? coarse : COARSE;
}
