import { useArchives } from '../shared/archives';
import { useCalled } from '../shared/called';
import { leaveField } from '../shared/leave-field';
import { useNavigation } from '../shared/navigation';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

/** Beside the page, where there is room: search and what is stored here. */
export function Aside() {
	const { t } = useTexts();
	const { route } = useNavigation();
	return (
		<aside class="aside" aria-label={t('aside')}>
			{route.page !== 'search' && <SearchField />}
			<Stored />
		</aside>
	);
}

function SearchField() {
	const { t } = useTexts();
	const submit = (event: SubmitEvent) => {
		event.preventDefault();
		const form = event.currentTarget as HTMLFormElement;
		const query = new FormData(form).get('q');
		if (typeof query === 'string' && query.trim() !== '') location.hash = hrefs.search(query);
	};
	return (
		<search>
			<form onSubmit={submit}>
				<input
					class="search-field"
					type="search"
					name="q"
					data-search
					autocomplete="off"
					aria-label={t('searchEverything')}
					placeholder={t('searchPlaceholder')}
					onKeyDown={(event) => {
						const field = event.currentTarget;
						leaveField(event, () => {
							field.value = '';
						});
					}}
				/>
			</form>
		</search>
	);
}

function Stored() {
	const { t, number } = useTexts();
	const { all } = useArchives();
	const called = useCalled();
	if (!all || all.length === 0) return null;
	const posts = all.reduce((sum, generation) => sum + generation.lists.posts.count, 0);
	const likes = all.reduce((sum, generation) => sum + generation.lists.likes.count, 0);
	const first = Math.min(...all.flatMap(({ lists }) => lists.posts.minSort[0] ?? []));
	return (
		<section aria-labelledby="stored-here">
			<h2 id="stored-here">{t('storedHere')}</h2>
			<p>
				{Number.isFinite(first)
					? t('storedPostsSince', { count: posts, year: String(new Date(first).getFullYear()) })
					: t('storedPosts', { count: posts })}
			</p>
			{likes > 0 && <p>{t('storedLikes', { count: likes })}</p>}
			<p>{t('worksOffline')}</p>
			{all.map(({ account }) => (
				<p key={account.key}>
					<a href={hrefs.archive('overview', account.key)}>
						<bdi>{called(account)}</bdi>
					</a>
					{all.length > 1 && ` · ${number(countPosts(all, account.key))}`}
				</p>
			))}
		</section>
	);
}

function countPosts(
	all: readonly { account: { key: string }; lists: { posts: { count: number } } }[],
	key: string,
): number {
	return all.find(({ account }) => account.key === key)?.lists.posts.count ?? 0;
}
