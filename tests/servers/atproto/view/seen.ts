import type { Call } from '../http/route';
import type { Json, Label, Person, Stored, View, World } from '../model';
import { all, edge, homeOf, keptBy, seenDid } from '../world';

/** A call as a view answers it: with the labelers whose words are wanted. */
export type Seen = Call & { view: View; labelers: readonly string[] };

/** Somebody whom this view carries; undefined for a stranger. */
export function carried({ world, view }: Seen, did: string): Person | undefined {
	return view.hides.has(did) ? undefined : world.people.get(did);
}

/** Records of a collection by people whom this view carries. */
export const carriedRecords = (seen: Seen, collection: string): Stored[] =>
	all(seen.world, collection).filter(({ did }) => carried(seen, did));

export function isBlocked({ world, viewer }: Seen, did: string): boolean {
	if (!viewer) return false;
	const blocks = 'app.bsky.graph.block';
	return Boolean(edge(world, viewer.did, blocks, did) ?? edge(world, did, blocks, viewer.did));
}

export const isMuted = ({ view, viewer }: Seen, did: string): boolean =>
	viewer !== undefined && keptBy(view, viewer.did).muted.has(did);

/** Labels that the wanted labelers and the author put on it. */
export function labelsOf(seen: Seen, uri: string, author: string, record?: Json): Label[] {
	const theirs = seen.world.labels.filter(
		(label) => label.uri === uri && seen.labelers.includes(label.src),
	);
	const own = (record?.['labels'] as { values?: { val: string }[] } | undefined)?.values ?? [];
	const cts = String(record?.['createdAt'] ?? new Date(seen.world.now()).toISOString());
	return [...theirs, ...own.map(({ val }) => ({ src: author, uri, val, cts }))];
}

const profileRecord = (world: World, did: string): Stored | undefined =>
	world.records.get(`at://${did}/app.bsky.actor.profile/self`);

/** `app.bsky.actor.defs#profileViewBasic` */
export function basic(seen: Seen, person: Person) {
	const { world } = seen;
	const record = profileRecord(world, person.did);
	const { displayName, avatar } = (record?.value ?? {}) as Json;
	const labels = [
		...labelsOf(seen, record?.uri ?? '', person.did, record?.value),
		...labelsOf(seen, person.did, person.did),
	];
	return {
		did: seenDid(world, person.did),
		handle: person.handle,
		...(displayName === undefined ? {} : { displayName }),
		...(avatar ? { avatar: pictureOf(world, person.did, avatar, 'avatar') } : {}),
		...(person.services.length > 0 ? { associated: { labeler: true } } : {}),
		...(seen.viewer ? { viewer: between(seen, person) } : {}),
		labels,
		createdAt: new Date(person.createdAt).toISOString(),
	};
}

/** `app.bsky.actor.defs#profileView` */
export function profile(seen: Seen, person: Person) {
	const record = profileRecord(seen.world, person.did);
	return {
		...basic(seen, person),
		...(record?.value['description'] ? { description: record.value['description'] } : {}),
		indexedAt: new Date(record?.indexedAt ?? person.createdAt).toISOString(),
	};
}

/** `app.bsky.actor.defs#profileViewDetailed` */
export function detailed(seen: Seen, person: Person) {
	const { world } = seen;
	const record = profileRecord(world, person.did)?.value ?? {};
	const follows = carriedRecords(seen, 'app.bsky.graph.follow');
	return {
		...profile(seen, person),
		...(record['banner']
			? { banner: pictureOf(world, person.did, record['banner'], 'banner') }
			: {}),
		...(record['pinnedPost'] ? { pinnedPost: record['pinnedPost'] } : {}),
		followersCount: follows.filter(({ value }) => value['subject'] === person.did).length,
		followsCount: follows.filter(({ did }) => did === person.did).length,
		postsCount: carriedRecords(seen, 'app.bsky.feed.post').filter(({ did }) => did === person.did)
			.length,
	};
}

/** `app.bsky.actor.defs#viewerState` */
function between({ world, view, viewer }: Seen, { did }: Person) {
	if (!viewer) return {};
	const [follow, block] = ['app.bsky.graph.follow', 'app.bsky.graph.block'];
	const following = edge(world, viewer.did, follow, did)?.uri;
	const followedBy = edge(world, did, follow, viewer.did)?.uri;
	const blocking = edge(world, viewer.did, block, did)?.uri;
	return {
		muted: keptBy(view, viewer.did).muted.has(did),
		blockedBy: edge(world, did, block, viewer.did) !== undefined,
		...(blocking ? { blocking } : {}),
		...(following ? { following } : {}),
		...(followedBy ? { followedBy } : {}),
	};
}

/** Where a view serves a picture; each of its sizes is the one file. */
export function pictureOf(world: World, did: string, blob: unknown, size: string): string {
	const { ref } = blob as { ref: { $link: string } };
	return `${homeOf(world, 0).origin}/img/${size}/plain/${did}/${ref.$link}@jpeg`;
}
