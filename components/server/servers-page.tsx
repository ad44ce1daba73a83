import { useState } from 'preact/hooks';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { AccountItem } from './account-item';
import { NotTold } from './not-told';
import { SignIn } from './sign-in';

/** `#/servers`: signing in, and the accounts that are signed in. */
export function ServersPage() {
	const { t } = useTexts();
	const me = useMe();
	const [again, setAgain] = useState<{ host: string; turn: number }>();
	const [notTold, setNotTold] = useState<readonly string[]>([]);
	return (
		<Page title={t('servers')}>
			<SignIn
				key={again?.turn ?? 0}
				host={again?.host}
				again={(host) => me.all?.some((one) => one.host === host) ?? false}
			/>
			{me.error !== undefined && <LoadProblem error={me.error} retry={me.retry} />}
			<section class="my-accounts" aria-labelledby="accounts">
				<h2 id="accounts">{t('accounts')}</h2>
				{me.all?.length === 0 ? (
					<Empty>{t('accountsEmpty')}</Empty>
				) : (
					<ul aria-labelledby="accounts">
						{me.all?.map((one) => (
							<AccountItem
								key={one.account}
								me={one}
								signInAgain={() => setAgain({ host: one.host, turn: (again?.turn ?? 0) + 1 })}
								notTold={(host) => setNotTold((old) => [...new Set([...old, host])])}
							/>
						))}
					</ul>
				)}
				<NotTold hosts={notTold} />
			</section>
		</Page>
	);
}
