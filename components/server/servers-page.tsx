import { useRef, useState } from 'preact/hooks';
import { Join } from '../charter/join';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import type { ServersWish } from '../shared/route';
import { useTexts } from '../shared/texts';
import { Joining } from '../welcome/joining';
import { AccountItem } from './account-item';
import { NotTold } from './not-told';
import { SignIn } from './sign-in';
import type { Renewal } from './sign-in-steps';

type ServersPageProps = { wants?: ServersWish | undefined };

/** `#/servers`: signing in, the accounts that are signed in, and where one could go. */
export function ServersPage({ wants }: ServersPageProps) {
	const { t } = useTexts();
	const me = useMe();
	const [begun, setBegun] = useState<{ renewal?: Renewal; address?: string; turn: number }>({
		turn: 0,
		...(wants && 'at' in wants ? { address: wants.at } : {}),
	});
	const [notTold, setNotTold] = useState<readonly string[]>([]);
	const focus = useRef<HTMLElement>(null);
	const renew = wants && 'renew' in wants ? wants.renew : undefined;
	const serving = wants && 'serving' in wants ? wants.serving : undefined;
	const begin = (how: { renewal: Renewal } | { address: string }) => {
		setBegun({ ...how, turn: begun.turn + 1 });
		window.scrollTo(0, 0);
	};
	return (
		<Page title={t('servers')} focus={focus}>
			<SignIn
				key={begun.turn}
				renewal={begun.renewal}
				address={begun.address}
				again={(host) => me.all?.some((one) => one.host === host) ?? false}
			/>
			<Joining signIn={(address) => begin({ address })} />
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
								signInAgain={() => begin({ renewal: one })}
								notTold={(host) => setNotTold((old) => [...new Set([...old, host])])}
								focus={[renew, serving].includes(one.account) ? focus : undefined}
								serving={serving === one.account}
							/>
						))}
					</ul>
				)}
				<NotTold hosts={notTold} />
			</section>
			<Join signInAt={(address) => begin({ address })} wanted={wants && 'join' in wants} />
		</Page>
	);
}
