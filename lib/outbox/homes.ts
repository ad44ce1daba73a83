import { accountsCalled } from '../store';
import { mentionsIn } from '../text';
import type { Target } from './targets';

/** More names than this are not looked up. */
const MOST = 20;
const SAME_NAME = 5;

/**
 * Of the bare names in a text those that are an account at one of these places, as far as this program has seen, and
 * at no other of them: name in small letters to host. Where two places have somebody of that name nobody knows which
 * is meant. Nobody is asked.
 */
export async function homesIn(
	text: string,
	places: readonly Pick<Target, 'name' | 'host'>[],
): Promise<Readonly<Record<string, string>>> {
	if (!text.includes('@')) return {};
	const all = mentionsIn(text).map(({ handle }) => handle.toLowerCase());
	const bare = [...new Set(all)].filter((name) => !/[@.]/.test(name)).slice(0, MOST);
	const homes: Record<string, string> = {};
	for (const name of bare) {
		const hosts = new Set<string>();
		for (const { name: mine, host } of places) {
			// Handles may name another domain than the host that serves them.
			const domain = mine.split('@')[1]?.toLowerCase();
			if (domain !== undefined && (await isSomebody(`${name}@${domain}`))) hosts.add(host);
		}
		const [home] = hosts;
		if (hosts.size === 1 && home !== undefined) homes[name] = home;
	}
	return homes;
}

async function isSomebody(handle: string): Promise<boolean> {
	const found = await accountsCalled(handle, SAME_NAME);
	return found.some((one) => one.handle.toLowerCase() === handle);
}
