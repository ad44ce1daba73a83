import { useCallback, useState } from 'preact/hooks';
import type { AccountUri, Delivery, StoredPost, Text } from '../../lib/model';
import { type Change, react } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { textOf } from '../shared/said';
import { type Repost, useRepost } from './use-repost';
import { useUnderWay } from './use-under-way';

export type React = (change: Change) => void;

export type Reaction = {
	/** The account through which actions go; absent when none of mine can. */
	by: AccountUri | undefined;
	choose(by: AccountUri): void;
	react: React;
	repost: Repost;
	/** What the outbox has to do with it still. */
	underWay: readonly Delivery[];
	/** What the server said when it refused the last one. */
	refusal: Text | undefined;
};

const UNKNOWN: Text = { key: 'actionFailed' };
/** Posts are kept at signing out, and come out of backups. */
const NOBODY: Text = { key: 'actionNobody' };

/** Reactions to a post through one of my accounts: at once on screen, undone with a sentence when refused. */
export function useReaction(stored: StoredPost): Reaction {
	const { post, views = [] } = stored;
	const me = useMe();
	const [chosen, setChosen] = useState<AccountUri>();
	const [refusal, setRefusal] = useState<Text>();
	// In the order of signing in: what an answer brings must not change who acts.
	const able = (me.all ?? []).filter(({ account }) => views.some((view) => view.by === account));
	const by = chosen ?? (able.find(({ state }) => state === 'active') ?? able[0])?.account;
	const doIt = useCallback<React>(
		(change) => {
			if (by === undefined) return setRefusal(NOBODY);
			setRefusal(undefined);
			react(post.key, by, change).catch((error: unknown) => {
				const text = textOf(error);
				if (!text) reportError(error);
				setRefusal(text ?? UNKNOWN);
			});
		},
		[post.key, by],
	);
	const underWay = useUnderWay(post.key, views.length > 0);
	const repost = useRepost(stored, { by, underWay, refuse: setRefusal });
	return { by, choose: setChosen, react: doIt, repost, underWay, refusal };
}
