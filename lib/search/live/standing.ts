import type { Account, AccountUri, PostUri } from '../../model';
import type { PostRow } from '../../store';
import type { Standing } from '../terms/operators';

/** What is stored around some live posts. */
export type Around = {
	accounts: ReadonlyMap<AccountUri, Account>;
	/** My accounts, with the host that each is signed in to. */
	mine: ReadonlyMap<AccountUri, string>;
	/** Posts that somebody reposted into a timeline. */
	reposted: ReadonlySet<PostUri>;
};

/** How a live post stands to me and my accounts. */
export function standingOf({ key, post, views }: PostRow, around: Around): Standing {
	const isMine = (account: AccountUri | undefined) =>
		account !== undefined && (around.mine.has(account) || views.some(({ by }) => by === account));
	const author = post.author === undefined ? undefined : around.accounts.get(post.author);
	const answered = post.replyTo?.account;
	const handles = [post.replyTo?.handle, answered && around.accounts.get(answered)?.handle];
	const reposted = around.reposted.has(key) || views.some((view) => view.reposted);
	return {
		from: author ? namesOf(author.handle) : [],
		to: [...new Set(handles.flatMap((handle) => (handle ? namesOf(handle) : [])))],
		on: [
			...hostsOf(post.author, author?.handle, post.url),
			...[post.author ?? '', ...views.map(({ by }) => by)].flatMap(home),
		],
		is: [
			...(isMine(post.author) ? (['mine'] as const) : []),
			...(isMine(answered) ? (['thread'] as const) : []),
			...(reposted ? (['repost'] as const) : []),
			...(views.some(({ favourited }) => favourited) ? (['liked'] as const) : []),
		],
	};

	function home(by: AccountUri): string[] {
		const host = around.mine.get(by);
		return host ? [host] : hostsOf(by);
	}
}

/** `maria@chaos.example` is found by all of it and by `maria`. */
function namesOf(handle: string): string[] {
	const at = handle.indexOf('@');
	return at > 0 ? [handle, handle.slice(0, at)] : [handle];
}

function hostsOf(account?: AccountUri, handle = '', url = ''): string[] {
	const ofHandle = handle.slice(handle.indexOf('@') + 1);
	const hosts = [account, url].flatMap((address) =>
		address !== undefined && URL.canParse(address) ? new URL(address).host : [],
	);
	return [...hosts, ofHandle].filter(Boolean);
}
