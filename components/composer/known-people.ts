import type { Account, NetworkId, TargetKey } from '../../lib/model';
import { asking } from '../../lib/sessions';
import { accountsCalled, relationshipsWith } from '../../lib/store';

type Known = Pick<Account, 'key' | 'handle' | 'name'>;

const LOOKED_AT = 60;

/** People that are known here whose handle begins so, on the networks that the draft goes to: the followed first. */
export async function knownPeople(
	name: string,
	networks: readonly NetworkId[],
	most: number,
): Promise<readonly Known[]> {
	const starts = [...new Set([name, name.toLowerCase()])];
	const found = await Promise.all(starts.map((start) => accountsCalled(start, LOOKED_AT)));
	const there = found
		.flat()
		.filter(({ network }) => network !== undefined && networks.includes(network));
	const once = [...new Map(there.map((one) => [one.key, one])).values()];
	const ranked = await Promise.all(
		once.map(async (one) => ({
			one,
			followed: (await relationshipsWith(one.key)).some(({ following }) => following === true),
		})),
	);
	ranked.sort((a, b) => Number(b.followed) - Number(a.followed));
	return ranked.slice(0, most).map(({ one }) => one);
}

/** What one server says to the name: asked only when the person says so. */
export function askPeople(by: TargetKey, name: string, most: number): Promise<readonly Known[]> {
	return asking(by, async (network, session, io) => {
		const found = await network.search?.(session, name, io);
		return (found?.accounts ?? []).slice(0, most);
	});
}
