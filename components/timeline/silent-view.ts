import type { Text } from '../../lib/model';
import type { Me } from '../../lib/sessions';

/**
 * Whoever serves an account's timeline, when a failure is theirs and not the server's own: the account may choose
 * another then. Without a host where the server chose them and does not say whom.
 */
export function silentView(
	me: Pick<Me, 'host' | 'features'>,
	failure: Text,
): { host?: string } | undefined {
	if (!me.features.includes('services')) return undefined;
	// Nobody was asked, so nobody is to blame.
	if (failure.key === 'networkOffline') return undefined;
	if (failure.key === 'networkViewSilent') return {};
	const host = failure.parameters?.['host'];
	return typeof host === 'string' && host !== me.host ? { host } : undefined;
}
