import type { Target } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { useAppHref } from './place';

/** Nobody is signed in anywhere: where a post can go all the same, and the way to a place. */
export function NoAccounts({ targets }: { targets: readonly Target[] }) {
	const { t, list } = useTexts();
	const app = useAppHref();
	return (
		<p>
			{t('composeNowhere', { windows: list(targets.map(({ name }) => name)) })}{' '}
			<a {...app.servers()}>{t('signInSomewhere')}</a>
		</p>
	);
}
