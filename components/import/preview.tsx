import type { Account, Post } from '../../lib/model';
import { PostCard } from '../post/card';
import { useCalled } from '../shared/called';
import { useTexts } from '../shared/texts';

/** The first posts, to look at while the rest is read; nothing of them is stored yet. */
export function Preview({ account, posts }: { account: Account; posts: readonly Post[] }) {
	const { t } = useTexts();
	const called = useCalled();
	const shown = { ...account, name: account.name || called(account) };
	return (
		<section class="module" aria-labelledby="preview">
			<header>
				<h2 id="preview">{t('previewOf', { handle: called(account) })}</h2>
			</header>
			{posts.slice(0, 5).map((post) => (
				<PostCard
					key={post.key}
					account={shown}
					stored={{ post, owner: account.key, sortAt: post.createdAt ?? 0, replies: [] }}
				/>
			))}
		</section>
	);
}
