import { readPlans, writePlan } from '../../lib/store';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** Whoever went to a place to sign up there, and comes back: the way on. `signIn`: where the form is on this page. */
export function Joining({ signIn }: { signIn?: (host: string) => void }) {
	const { t } = useTexts();
	const { all } = useMe();
	const { value } = useLoad('plans', readPlans, ['settings']);
	const joining = value?.joining;
	if (!joining || !all || all.some(({ host }) => host === joining.host)) return null;
	const { host, title } = joining;
	return (
		<div class="notice" role="status">
			<p>{t('joiningBack', { title })}</p>
			<div class="actions">
				{signIn ? (
					<button type="button" class="button primary" onClick={() => signIn(host)}>
						{t('joiningSignIn', { title })}
					</button>
				) : (
					<a class="button primary" href={hrefs.servers({ at: host })}>
						{t('joiningSignIn', { title })}
					</a>
				)}
				<button
					type="button"
					class="button"
					onClick={() => {
						writePlan('joining', undefined).catch(reportError);
					}}
				>
					{t('joiningNot')}
				</button>
			</div>
		</div>
	);
}
