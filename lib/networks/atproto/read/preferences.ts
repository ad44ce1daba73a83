import type { Json } from '../../json';
import { each, list, record, text } from '../../json';
import type { Xrpc } from '../xrpc';

const MOST = 500;

/** `app.bsky.actor.defs#preferences` of one kind: what the person keeps for all their programs. */
export async function preferences(x: Xrpc): Promise<readonly Json[]> {
	const json = record(await x.get('app.bsky.actor.getPreferences'));
	return each(json?.['preferences'], MOST, record) ?? [];
}

export function ofKind(all: readonly Json[], kind: string): readonly Json[] {
	return all.filter((one) => text(one['$type']) === `app.bsky.actor.defs#${kind}`);
}

/** Feeds and lists that the person saved, by their addresses, in their order. */
export function savedFeeds(all: readonly Json[]): readonly string[] {
	const items = ofKind(all, 'savedFeedsPrefV2').flatMap((one) => list(one['items'], MOST));
	return items.flatMap((one) => {
		const json = record(one);
		const isThere = json?.['type'] === 'feed' || json?.['type'] === 'list';
		return isThere ? [text(json['value'])] : [];
	});
}
