import { useMe } from '../shared/me';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

/** Who is signed in, and the way to where that changes. */
export function MyAccounts() {
	const { t } = useTexts();
	const me = useMe();
	return (
		<section aria-labelledby="my-accounts">
			<h2 id="my-accounts">{t('accounts')}</h2>
			{me.error !== undefined && <LoadProblem error={me.error} retry={me.retry} />}
			{me.all?.length === 0 && <p class="quiet">{t('settingsNoAccount')}</p>}
			{me.all && me.all.length > 0 && (
				<ul aria-labelledby="my-accounts">
					{me.all.map(({ account, handle }) => (
						<li key={account}>
							<bdi>@{handle}</bdi>
						</li>
					))}
				</ul>
			)}
			<a class="button" href={hrefs.servers()}>
				{t(me.all?.length === 0 ? 'signInSomewhere' : 'settingsAccounts')}
			</a>
		</section>
	);
}
