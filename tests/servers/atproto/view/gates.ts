import type { Json, Stored } from '../model';
import { edge } from '../world';
import { listBasic } from './lists';
import { rootOf } from './refs';
import type { Seen } from './seen';

const gateOf = ({ world }: Seen, post: string, kind: 'threadgate' | 'postgate') =>
	world.records.get(post.replace('app.bsky.feed.post', `app.bsky.feed.${kind}`));

/** `app.bsky.feed.defs#threadgateView` of the thread that a post begins; undefined: everybody may answer. */
export function threadgateView(seen: Seen, { uri, value }: Stored): Json | undefined {
	const gate = gateOf(seen, rootOf(value) ?? uri, 'threadgate');
	if (!gate) return undefined;
	const lists = rules(gate)
		.map(({ list }) => seen.world.records.get(String(list)))
		.filter((list) => list !== undefined);
	return {
		uri: gate.uri,
		cid: gate.cid,
		record: gate.value,
		lists: lists.map((list) => listBasic(seen, list)),
	};
}

const rules = ({ value }: Stored): Json[] => (value['allow'] ?? []) as Json[];

/** Whether the rules of the thread keep the viewer from answering. */
export function answeringIsOff(seen: Seen, { uri, value }: Stored): boolean {
	const { world, viewer } = seen;
	const root = rootOf(value) ?? uri;
	const gate = gateOf(seen, root, 'threadgate');
	const author = root.split('/')[2] ?? '';
	if (!viewer || !gate || !('allow' in gate.value) || viewer.did === author) return false;
	return !rules(gate).some(({ $type, list }) => {
		const rule = String($type).split('#')[1];
		const follow = 'app.bsky.graph.follow';
		if (rule === 'followingRule') return edge(world, author, follow, viewer.did);
		if (rule === 'followerRule') return edge(world, viewer.did, follow, author);
		if (rule === 'mentionRule')
			return JSON.stringify(world.records.get(root)?.value['facets'] ?? []).includes(viewer.did);
		return [...world.records.values()].some(
			({ collection, value: item }) =>
				collection === 'app.bsky.graph.listitem' &&
				item['list'] === list &&
				item['subject'] === viewer.did,
		);
	});
}

/** Whether the author of a post lets nobody quote it, or took this quote out. */
export function quotingIsOff(seen: Seen, post: Stored, by?: string): boolean {
	const gate = gateOf(seen, post.uri, 'postgate');
	if (!gate || by === post.did) return false;
	if (by === undefined && seen.viewer?.did === post.did) return false;
	return ((gate.value['embeddingRules'] ?? []) as Json[]).some(({ $type }) =>
		String($type).endsWith('#disableRule'),
	);
}
