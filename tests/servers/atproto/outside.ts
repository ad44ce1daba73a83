import type { Json, Person, Stored, View, World } from './model';
import { grantTo } from './pds/grants';
import { circleOf, itemsBy } from './view/feeds';
import { quoteOf } from './view/refs';
import type { Seen } from './view/seen';
import {
	addPerson,
	all,
	homeOf,
	keptBy,
	type NewPerson,
	nextTid,
	personOf,
	put,
	ref,
	remove,
} from './world';

export type Draft = {
	text: string;
	/** Answers this post; its thread is found by itself. */
	replyTo?: string;
	embed?: Json;
	facets?: readonly Json[];
	labels?: readonly string[];
	langs?: readonly string[];
	/** ISO 8601; now if left out. */
	createdAt?: string;
	/** What bridges and other programs add. */
	more?: Json;
};

export type Made = { uri: string; cid: string };

/** A moment that no other record of this world has. */
function moment(world: World): number {
	world.lastAt = Math.max(world.now(), world.lastAt + 1);
	return world.lastAt;
}

function make(world: World, by: Person, collection: string, value: Json, rkey?: string): Stored {
	const at = moment(world);
	return put(
		world,
		by.did,
		collection,
		rkey ?? nextTid(world, at),
		{ $type: collection, createdAt: new Date(at).toISOString(), ...value },
		at,
	);
}

function notify(world: World, to: string, reason: string, record: Stored, subject?: string) {
	if (to === record.did) return;
	const about = subject === undefined ? {} : { subject };
	world.notices.push({ to, reason, record, ...about, at: moment(world) });
}

function publish(world: World, by: Person, draft: Draft): Stored {
	const parent = draft.replyTo === undefined ? undefined : world.records.get(draft.replyTo);
	const above = parent?.value['reply'] as { root: Made } | undefined;
	const { text, embed, facets, labels, langs, createdAt, more } = draft;
	const post = make(world, by, 'app.bsky.feed.post', {
		text,
		...(parent ? { reply: { root: above?.root ?? ref(parent), parent: ref(parent) } } : {}),
		...(embed ? { embed } : {}),
		...(facets ? { facets } : {}),
		...(labels
			? {
					labels: {
						$type: 'com.atproto.label.defs#selfLabels',
						values: labels.map((val) => ({ val })),
					},
				}
			: {}),
		...(langs ? { langs } : {}),
		...(createdAt ? { createdAt } : {}),
		...more,
	});
	if (parent) notify(world, parent.did, 'reply', post, parent.uri);
	const quote = world.records.get(quoteOf(post.value) ?? '');
	if (quote) notify(world, quote.did, 'quote', post, quote.uri);
	for (const did of mentioned(post.value)) notify(world, did, 'mention', post);
	return post;
}

const mentioned = ({ facets }: Json): string[] =>
	[...JSON.stringify(facets ?? []).matchAll(/#mention","did":"([^"]+)"/g)].map(
		([, did = '']) => did,
	);

/** Binds the handles of a test to a square. People are named by name, handle or DID. */
export function outside(world: World) {
	const who = (name: string): Person => personOf(world, name);
	const stored = (uri: string): Stored => {
		const found = world.records.get(uri);
		if (!found) throw new Error(`There is no ${uri}.`);
		return found;
	};
	const about = (as: string, kind: string, uri: string): Stored => {
		const subject = stored(uri);
		const made = make(world, who(as), `app.bsky.feed.${kind}`, { subject: ref(subject) });
		notify(world, subject.did, kind, made, uri);
		return made;
	};
	return {
		world,
		/** Those who live here, with what they sign in with. */
		get people(): Person[] {
			return [...world.people.values()];
		},
		addPerson: (person: NewPerson): Person => addPerson(world, person),
		publish: (as: string, draft: Draft): Made => ref(publish(world, who(as), draft)),
		like: (as: string, uri: string): string => about(as, 'like', uri).uri,
		repost: (as: string, uri: string): string => about(as, 'repost', uri).uri,
		follow(as: string, whom: string): string {
			const made = make(world, who(as), 'app.bsky.graph.follow', { subject: who(whom).did });
			notify(world, who(whom).did, 'follow', made);
			return made.uri;
		},
		block: (as: string, whom: string): string =>
			make(world, who(as), 'app.bsky.graph.block', { subject: who(whom).did }).uri,
		/** Any record. */
		record: (as: string, collection: string, value: Json, rkey?: string): Made =>
			ref(make(world, who(as), collection, value, rkey)),
		delete: (uri: string): void => void remove(world, uri),
		/** A label that a labeler puts on an address or a DID. */
		label(by: string, uri: string, val: string): void {
			const cts = new Date(world.now()).toISOString();
			world.labels.push({ src: who(by).did, uri, val, cts });
		},
		/** A notice of any kind about a record. */
		notify: (to: string, reason: string, record: string, subject?: string): void =>
			notify(world, who(to).did, reason, stored(record), subject),
		/** Addresses of what stands in somebody's home, newest first; a repost counts as the post. */
		home(name: string): string[] {
			const seen = { world, view: world.views[0] as View } as Seen;
			return itemsBy(seen, circleOf(seen, who(name).did)).map(({ post }) => post.uri);
		},
		/** The records of somebody in a collection: what tests judge by. */
		recordsOf: (name: string, collection: string): Stored[] =>
			all(world, collection).filter(({ did }) => did === who(name).did),
		/** What a view keeps of somebody: mutes, bookmarks, how far notices were read. */
		keptOf: (name: string, view = 0) => keptBy(world.views[view] as View, who(name).did),
		/** A session by app password, without asking for it. */
		enter(name: string): { access: string; refresh: string; did: string } {
			const grant = grantTo(world, who(name), { way: 'password', scope: 'com.atproto.appPass' });
			return { access: grant.access, refresh: grant.refresh, did: grant.did };
		},
		/** From now on no session of somebody is taken. */
		revokeAll(name: string): void {
			for (const grant of world.grants) if (grant.did === who(name).did) grant.revoked = true;
		},
		/** Access tokens of somebody run out now; their refresh tokens go on. */
		expire(name: string): void {
			for (const grant of world.grants) if (grant.did === who(name).did) grant.accessEnds = 0;
		},
		/** Servers that use DPoP want another nonce now; neither of the last two is taken. */
		turnNonce(): void {
			world.nonces.turn += 2;
		},
		/** Counts calls and tells so; undefined: no more. */
		limitTo(calls: number | undefined, seconds = 300): void {
			Object.assign(world.rates, { on: calls !== undefined, limit: calls ?? 3000, seconds });
			world.rates.counts.clear();
		},
		clearRates: (): void => world.rates.counts.clear(),
		/** Origin that people's DID documents name. */
		originOf: (name: string): string => homeOf(world, who(name).home).origin,
	};
}

export type Outside = ReturnType<typeof outside>;
