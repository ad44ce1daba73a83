import type { NamedSource, Session } from '../../../model';
import type { Io } from '../../io';
import { line, list, record } from '../../json';
import { recordUri } from '../decode/uri';
import { xrpc } from '../xrpc';
import { allPreferences, savedFeeds } from './preferences';

const MOST = 200;
const LIST = 'app.bsky.graph.list';

/** My lists, and the feeds and lists that I saved, under their names. */
export async function sources(session: Session, io: Io): Promise<readonly NamedSource[]> {
	const x = xrpc(session, io);
	const [mine, all] = await Promise.all([
		x.get('app.bsky.graph.getLists', { actor: x.did, limit: 100 }),
		allPreferences(x),
	]);
	const saved = savedFeeds(all);
	const names = new Map<string, string>();
	for (const one of list(record(mine)?.['lists'], MOST)) {
		const json = record(one);
		const purpose = json?.['purpose'];
		if (purpose === 'app.bsky.graph.defs#curatelist')
			keepName(names, json?.['uri'], json?.['name']);
	}
	const feeds = saved.filter((uri) => recordUri(uri)?.collection === 'app.bsky.feed.generator');
	if (feeds.length > 0) {
		const query = { feeds: feeds.slice(0, 100) };
		const json = record(await x.get('app.bsky.feed.getFeedGenerators', query));
		for (const one of list(json?.['feeds'], MOST)) {
			keepName(names, record(one)?.['uri'], record(one)?.['displayName']);
		}
	}
	const others = saved.filter((uri) => recordUri(uri)?.collection === LIST && !names.has(uri));
	for (const uri of others.slice(0, 20)) {
		const json = record(await x.get('app.bsky.graph.getList', { list: uri, limit: 1 }));
		keepName(names, uri, record(json?.['list'])?.['name']);
	}
	return [...names].map(([id, name]) => ({ by: x.did, source: { kind: 'list', id }, name }));
}

function keepName(names: Map<string, string>, value: unknown, title: unknown): void {
	const uri = recordUri(value)?.uri;
	const name = line(title, 200);
	if (uri !== undefined && name !== undefined) names.set(uri, name);
}
