import type { Feature, Session } from '../../../model';
import { NetworkProblem } from '../../problem';

/** Throws `missing` when the server has no such thing. */
export function needFeature({ features, host }: Session, feature: Feature): void {
	if (!features.includes(feature)) throw new NetworkProblem('missing', host);
}

/** What the old scope `follow` stands for. */
const FOLLOW = /^(read|write):(follows|blocks|mutes)$/;

/** Throws `forbidden` when the person did not grant it. A session that lists no scopes may do what the server lets it. */
export function needScope({ scopes, host }: Session, scope: string): void {
	const coarse = scope.split(':', 1)[0] ?? scope;
	const granted =
		scopes.length === 0 ||
		scopes.includes(scope) ||
		scopes.includes(coarse) ||
		(FOLLOW.test(scope) && scopes.includes('follow'));
	if (!granted) throw new NetworkProblem('forbidden', host);
}
