import { useState } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import type { Summary } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { get } from '../../lib/timeline';
import { PostCard } from '../post/card';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

type Kind = 'mostLiked' | 'mostReposted' | 'mostAnswered' | 'first';
const KINDS: readonly { kind: Kind; title: Key }[] = [
	{ kind: 'mostLiked', title: 'mostLiked' },
	{ kind: 'mostReposted', title: 'mostReposted' },
	{ kind: 'mostAnswered', title: 'mostAnswered' },
	{ kind: 'first', title: 'firstPost' },
];
const FEW = 3;

/** The posts that stand out: most liked, most reposted, most answered, and the very first. */
export function TopPosts({ summary }: { summary: Summary }) {
	const { t } = useTexts();
	const [kind, setKind] = useState<Kind>('mostLiked');
	const [all, setAll] = useState(false);
	const keys = keysOf(summary, kind);
	const shown = all ? keys : keys.slice(0, FEW);
	const { value, error, retry } = useLoad(shown.join(), () => getAll(shown));
	return (
		<section class="module" aria-labelledby="top-posts">
			<header>
				<h2 id="top-posts">{t('topPosts')}</h2>
				<fieldset class="segments" aria-labelledby="top-posts">
					{KINDS.map((one) => (
						<button
							key={one.kind}
							type="button"
							class="chip"
							aria-pressed={one.kind === kind}
							onClick={() => setKind(one.kind)}
						>
							{t(one.title)}
						</button>
					))}
				</fieldset>
			</header>
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			{value?.map((stored) => (
				<PostCard key={stored.post.key} stored={stored} />
			))}
			{value?.length === 0 && <p class="empty">{t('nothingOfThis')}</p>}
			{keys.length > FEW && (
				<button
					type="button"
					class="link-button more"
					aria-expanded={all}
					onClick={() => setAll(!all)}
				>
					{all ? t('showLess') : t('showMore')}
				</button>
			)}
		</section>
	);
}

function keysOf(summary: Summary, kind: Kind): string[] {
	if (kind === 'first') return summary.first === undefined ? [] : [summary.first];
	return summary[kind].filter(({ value }) => value > 0).map(({ key }) => key);
}

/** Posts by key, in order, without those that are gone meanwhile. */
export async function getAll(keys: readonly string[]): Promise<StoredPost[]> {
	const posts = await Promise.all(keys.map((key) => get(key)));
	return posts.filter((post) => post !== undefined);
}
