import { useEffect } from 'preact/hooks';
import { fetchAnnouncements, fetchNotices } from '../../lib/timeline';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { Announcements } from './announcements';
import { NoticeFailures } from './notice-failures';
import { NoticeList } from './notice-list';
import { Requests } from './requests';

/** `#/notifications`: what the servers of all my accounts have to tell, strangers apart. */
export function NotificationsPage() {
	const { t } = useTexts();
	const me = useMe();
	const active = (me.all ?? []).filter(({ state }) => state === 'active');
	const accounts = active.map(({ account }) => account).join(' ');
	const announcing = active
		.filter(({ features }) => features.includes('announcements'))
		.map(({ account }) => account)
		.join(' ');
	useEffect(() => {
		for (const account of split(accounts)) fetchNotices(account).catch(writtenDown);
		for (const account of split(announcing)) fetchAnnouncements(account).catch(writtenDown);
	}, [accounts, announcing]);
	return (
		<Page title={t('notifications')}>
			{me.error !== undefined && <LoadProblem error={me.error} retry={me.retry} />}
			{me.all?.length === 0 ? (
				<Empty
					action={
						<a class="button primary" href={hrefs.servers()}>
							{t('signInSomewhere')}
						</a>
					}
				>
					{t('notificationsNoAccount')}
				</Empty>
			) : (
				<>
					<NoticeFailures />
					<Announcements />
					<Requests accounts={active} />
					<NoticeList />
				</>
			)}
		</Page>
	);
}

function split(accounts: string): string[] {
	return accounts.split(' ').filter((one) => one !== '');
}
