import { connect, deliver } from './federation';
import type { Rates } from './http/rates';
import { makeSerial } from './ids';
import type { Announcement, Notice, Person, Post, World } from './model';
import { notify } from './notices';
import { announce, boost, type Draft, edit, favourite, publish, remove } from './publish';
import { acceptFollow, follow } from './relations';
import { makeToken } from './routes/oauth';
import { addPerson, findPerson, isLocal, type NewPerson, postOf } from './world';

export type Seeded = {
	id: string;
	username: string;
	email: string;
	password: string;
	acct: string;
	uri: string;
};

/** What a test can make happen. People are named by user name, or `name@host` for those of elsewhere. */
export type Outside = {
	/** Those who live here, with what they sign in with. */
	people: Seeded[];
	/** Posts as somebody who lives here. */
	post(as: string, draft: Draft): { id: string; uri: string };
	/** A post of somebody of elsewhere who is known here, as if it had been delivered. */
	postFromElsewhere(as: string, draft: Draft): { id: string; uri: string };
	edit(id: string, changed: { text?: string; spoiler?: string }): void;
	delete(id: string): void;
	boost(as: string, id: string): string;
	/** How far a home was read, as any program of the person's last said. */
	readTo(of: string): string | undefined;
	/** Another program of the person's says how far the home was read. */
	readOn(as: string, id: string): void;
	favourite(as: string, id: string): void;
	/** Somebody of elsewhere takes whoever asks, at once. */
	addFollower(of: string, follower: string): void;
	addPerson(person: NewPerson): Seeded;
	notify(
		to: string,
		notice: {
			type: Notice['type'];
			from: string;
			post?: string;
			/** Epoch ms; now if left out. */
			at?: number;
			warning?: Notice['warning'];
			severed?: Notice['severed'];
		},
	): void;
	announce(text: string): string;
	/** An access token, without the sign-in pages. */
	token(as: string, scopes?: string): string;
	revokeAll(as: string): void;
	/** The stored posts of a person, oldest first: what tests judge by. */
	postsOf(as: string): {
		id: string;
		uri: string;
		text: string;
		spoiler: string;
		visibility: string;
		language: string | null;
		media: number;
		replyTo: string | null;
		quoteOf: string | null;
	}[];
	connect(peer: { world: World }): void;
	/** Forgets what was counted. */
	clearRates(): void;
	/** All that the server holds, for what this list does not offer. */
	world: World;
};

function personBy(world: World, name: string): Person {
	const [username = '', host] = name.split('@');
	const found = findPerson(world, username, host);
	if (!found) throw new Error(`Nobody is called ${name} on ${world.host}.`);
	return found;
}

const seeded = (world: World, { id, username, email, password, uri }: Person): Seeded => ({
	id,
	username,
	email,
	password,
	uri,
	acct: `${username}@${world.host}`,
});

/** Binds the handles of a test to a server. */
export function outside(world: World, rates: Rates): Outside {
	world.send = (activity) => deliver(world, activity);
	const who = (name: string): Person => personBy(world, name);
	return {
		world,
		people: [...world.people.values()]
			.filter((one) => one.host === null && one.password !== '')
			.map((one) => seeded(world, one)),
		post: (as, draft) => publish(world, who(as), draft),
		postFromElsewhere(as, draft) {
			const author = who(as);
			const post = publish(world, author, { ...draft, quiet: true });
			post.uri = `${author.uri}/statuses/${post.id}`;
			post.url = `${author.url}/${post.id}`;
			announce(world, post);
			return post;
		},
		edit: (id, changed) => void edit(world, postOf(world, id), changed),
		delete: (id) => remove(world, postOf(world, id)),
		boost: (as, id) => boost(world, who(as), postOf(world, id)).id,
		readTo: (of) => world.markers.get(`${who(of).id} home`)?.last,
		readOn(as, id) {
			const key = `${who(as).id} home`;
			const version = (world.markers.get(key)?.version ?? -1) + 1;
			world.markers.set(key, { last: id, version, at: world.now() });
		},
		favourite: (as, id) => favourite(world, who(as), postOf(world, id)),
		addFollower(of, follower) {
			const [by, about] = [who(follower), who(of)];
			follow(world, by, about, {});
			if (!isLocal(about)) acceptFollow(world, about, by);
		},
		addPerson: (person) =>
			seeded(world, addPerson(world, { password: 'a long password', ...person })),
		notify(to, { from, post, ...rest }) {
			notify(world, {
				to: who(to).id,
				from: who(from).id,
				...rest,
				...(post ? { post: postOf(world, post) } : {}),
			});
		},
		announce(text) {
			const at = world.now();
			const one: Announcement = {
				id: makeSerial(world, at),
				text,
				publishedAt: at,
				updatedAt: at,
				startsAt: null,
				endsAt: null,
				allDay: false,
				read: new Set(),
				reactions: new Map(),
			};
			world.announcements.push(one);
			for (const listener of world.listeners) listener({ kind: 'announcement', announcement: one });
			return one.id;
		},
		token(as, scopes = 'read write follow push') {
			const app = {
				id: '0',
				clientId: `test-${as}`,
				secret: 'test',
				name: 'Test',
				website: null,
				redirectUris: [],
				scopes: scopes.split(' '),
			};
			return makeToken(world, app, who(as).id, scopes.split(' ')).token;
		},
		revokeAll(as) {
			for (const token of world.tokens.filter((one) => one.person === who(as).id && !one.revoked)) {
				token.revoked = true;
				for (const listener of world.listeners) listener({ kind: 'revoked', token });
			}
		},
		postsOf: (as) =>
			[...world.posts.values()]
				.filter((post) => post.author === who(as).id && post.boostOf === null)
				.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
				.map(shownPost),
		connect: (peer) => connect(world, peer.world),
		clearRates: () => rates.counts.clear(),
	};
}

const shownPost = (post: Post) => ({
	id: post.id,
	uri: post.uri,
	text: post.text,
	spoiler: post.spoiler,
	visibility: post.visibility,
	language: post.language,
	media: post.media.length,
	replyTo: post.replyTo,
	quoteOf: post.quote?.of ?? null,
});
