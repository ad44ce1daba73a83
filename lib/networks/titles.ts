import type { NetworkId } from '../model';

/** What people call each network. Data: one line for each, those whose archives are read among them. */
const TITLES: Readonly<Record<NetworkId, string>> = {
	mastodon: 'Mastodon',
	atproto: 'AT Protocol',
	x: 'X',
};

/** A network's name for people; one that is not listed is called by its id. */
export function networkTitle(id: NetworkId): string {
	return TITLES[id] ?? id;
}

/** The network that archives come from, as their posts name it. */
export const ARCHIVED: NetworkId = 'x';
