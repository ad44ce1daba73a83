import type { Generation } from '../../lib/store';
import { Avatar } from '../shared/avatar';
import { useTexts } from '../shared/texts';
import { useMedium } from '../shared/use-medium';

/** Whose archive it is, with the pictures of the person and the size of it. */
export function Header({ generation }: { generation: Generation }) {
	const { t, date } = useTexts();
	const { account, lists, header } = generation;
	const { url } = useMedium(account.key, header);
	const first = lists.posts.minSort[0];
	const last = lists.posts.maxSort.at(-1);
	return (
		<header class="archive-head">
			{url && <img class="archive-banner" src={url} alt="" />}
			<Avatar name={account.name || account.handle} of={generation} />
			<div>
				<p class="archive-name">
					<b>
						<bdi>{account.name}</bdi>
					</b>{' '}
					{account.handle && (
						<span class="quiet">
							<bdi>@{account.handle}</bdi>
						</span>
					)}
				</p>
				<p>
					{t('postCount', { count: lists.posts.count })}
					{first !== undefined &&
						last !== undefined &&
						`, ${t('archiveSpan', { first: date(first, 'day'), last: date(last, 'day') })}`}
				</p>
				{account.createdAt !== undefined && (
					<p class="quiet">{t('accountSince', { date: date(account.createdAt, 'day') })}</p>
				)}
			</div>
		</header>
	);
}
