import { useCallback } from 'preact/hooks';
import type { Account } from '../../lib/model';
import { useTexts } from './texts';

/** What a person is called in running text: the handle, else the name, else that nobody knows. */
export function useCalled(): (account: Pick<Account, 'handle' | 'name'>) => string {
	const { t } = useTexts();
	return useCallback(
		({ handle, name }) => (handle ? `@${handle}` : name || t('unknownAccount')),
		[t],
	);
}
