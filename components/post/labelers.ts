import type { Label } from '../../lib/model';
import { readAccounts } from '../../lib/store';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** Says who labelled something: by handle where the account is known, else as the network names it. */
export function useLabelers(labels: readonly Label[]): (label: Label) => string {
	const { t } = useTexts();
	const keys = [...new Set(labels.filter(({ self }) => !self).map(({ by }) => by))].sort();
	const { value } = useLoad(
		keys.join(' '),
		() => readAccounts(keys),
		keys.length === 0 ? [] : ['people'],
	);
	return ({ by, self }) => {
		if (self) return t('labelBySelf');
		const account = value?.get(by);
		return t('labelBy', { name: account ? account.name || `@${account.handle}` : by });
	};
}
