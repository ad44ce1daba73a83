import { useEffect, useState } from 'preact/hooks';
import type { AccountUri, Delivery, StoredPost, Text } from '../../lib/model';
import { mayRepost } from './may';

export type Repost = {
	on: boolean;
	/** As many as there are with what is on its way. */
	count: number;
	/** Why it cannot be; it can be taken back all the same. */
	closed: Text | undefined;
	press(): void;
};

type Doing = {
	by: AccountUri | undefined;
	underWay: readonly Delivery[];
	/** Shows why it was refused; nothing: takes that away. */
	refuse(text: Text | undefined): void;
};

/** Passing a post on: at once on screen, followed while it is under way, undone when it was refused. */
export function useRepost(stored: StoredPost, { by, underWay, refuse }: Doing): Repost {
	const { post, author, views = [] } = stored;
	const [wish, setWish] = useState<{ by: AccountUri; on: boolean }>();
	const [latest] = underWay.filter(
		({ target, kind }) => target === by && (kind === 'repost' || kind === 'unrepost'),
	);
	const going = latest && latest.state !== 'failed' ? latest.kind : undefined;
	const followed = latest?.id;
	// What was pressed is seen in the delivery as long as there is one, and in the post afterwards.
	useEffect(() => {
		if (followed !== undefined) return () => setWish(undefined);
		return undefined;
	}, [followed]);
	const is = views.find((view) => view.by === by)?.reposted ?? false;
	const wished = wish?.by === by && latest?.state !== 'failed' ? wish?.on : undefined;
	const on = wished ?? (going === undefined ? is : going === 'repost');
	const closed =
		by === undefined || on || mayRepost(stored, by)
			? undefined
			: { key: 'normRepostClosed', parameters: { handle: author ? `@${author.handle}` : '?' } };
	const press = () => {
		if (by === undefined) return;
		refuse(closed);
		if (closed) return;
		setWish({ by, on: !on });
		send(by, post.key, !on).then(
			(refused) => {
				if (!refused) return;
				setWish(undefined);
				refuse(refused);
			},
			(error: unknown) => {
				setWish(undefined);
				refuse({ key: 'actionFailed' });
				reportError(error);
			},
		);
	};
	const count = (post.counts?.reposts ?? 0) + Number(on) - Number(is);
	return { on, count: Math.max(0, count), closed, press };
}

async function send(by: AccountUri, post: string, on: boolean): Promise<Text | undefined> {
	const { repost } = await import('../shared/outbox-later');
	const said = await repost(by, post, on);
	return 'refused' in said ? said.refused : undefined;
}
