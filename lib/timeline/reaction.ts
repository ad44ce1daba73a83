import type { AccountUri, Poll, View } from '../model';
import type { PostRow } from '../store';

/** What I do with a post that stays inside the network and makes nothing appear there. */
export type Change =
	| { type: 'favourite' | 'bookmark' | 'muteConversation'; on: boolean }
	| { type: 'vote'; answers: readonly number[] };

const FLAGS = {
	favourite: 'favourited',
	bookmark: 'bookmarked',
	muteConversation: 'muted',
} as const;

/** How one of my accounts stands to a post; what a refused change goes back to. */
export function standing(row: PostRow, by: AccountUri, type: Change['type']): Change | undefined {
	const view = row.views.find((one) => one.by === by);
	if (!view) return undefined;
	if (type === 'vote') return { type, answers: view.voted ?? [] };
	return { type, on: view[FLAGS[type]] ?? false };
}

/** The post as it is after a change, counts and all. What is so already stays as it is. */
export function changed(row: PostRow, by: AccountUri, change: Change): PostRow {
	const view = row.views.find((one) => one.by === by);
	if (!view) return row;
	const others = row.views.filter((one) => one.by !== by);
	if (change.type === 'vote') return voted(row, view, others, change.answers);
	const flag = FLAGS[change.type];
	if ((view[flag] ?? false) === change.on) return row;
	const { [flag]: _before, ...rest } = view;
	const views = [...others, change.on ? { ...view, [flag]: true as const } : rest];
	if (change.type !== 'favourite' || row.post.counts?.likes === undefined) return { ...row, views };
	const likes = Math.max(0, row.post.counts.likes + (change.on ? 1 : -1));
	return { ...row, views, post: { ...row.post, counts: { ...row.post.counts, likes } } };
}

function voted(
	row: PostRow,
	view: View,
	others: readonly View[],
	answers: readonly number[],
): PostRow {
	const { poll } = row.post;
	const before = view.voted ?? [];
	// Who has voted cannot vote again; the server may not even say for what.
	if (view.voted && answers.length > 0) return row;
	if (!poll || (before.length === answers.length && before.every((one) => answers.includes(one))))
		return row;
	const { voted: _before, ...rest } = view;
	const views = [...others, answers.length > 0 ? { ...view, voted: answers } : rest];
	return { ...row, views, post: { ...row.post, poll: counted(poll, before, answers) } };
}

function counted(poll: Poll, before: readonly number[], answers: readonly number[]): Poll {
	const change = (i: number) => Number(answers.includes(i)) - Number(before.includes(i));
	const people = Number(answers.length > 0) - Number(before.length > 0);
	return {
		...poll,
		options: poll.options.map((option, i) =>
			option.votes === undefined
				? option
				: { ...option, votes: Math.max(0, option.votes + change(i)) },
		),
		votes: Math.max(0, poll.votes + answers.length - before.length),
		...(poll.voters === undefined ? {} : { voters: Math.max(0, poll.voters + people) }),
	};
}
