import { makeId, makePersonId } from './ids';
import type { Person, Post, World } from './model';
import type { Traits } from './traits';

/** An empty server; `origin` has no trailing slash. */
export function emptyWorld(traits: Traits, origin: string, now: () => number): World {
	return {
		origin,
		host: new URL(origin).host,
		traits,
		title: traits.title,
		now,
		serial: 0,
		people: new Map(),
		posts: new Map(),
		follows: new Map(),
		asked: new Map(),
		blocks: new Map(),
		mutes: new Map(),
		comments: new Map(),
		blockedHosts: new Map(),
		followedTags: new Map(),
		favourites: [],
		bookmarks: [],
		quiet: new Set(),
		media: new Map(),
		files: new Map(),
		notices: [],
		policies: new Map(),
		welcome: new Map(),
		lists: new Map(),
		filters: new Map(),
		markers: new Map(),
		announcements: [],
		conversations: [],
		reports: [],
		scheduled: [],
		apps: [],
		tokens: [],
		codes: [],
		rules: [],
		texts: { about: '', privacy: null, terms: null, description: '' },
		languages: ['en'],
		contact: undefined,
		emoji: [],
		hostBlocks: [],
		peers: new Set(),
		listeners: new Set(),
		impostor: false,
		workMs: 0,
		send: () => undefined,
	};
}

export type NewPerson = Partial<Omit<Person, 'id'>> & { username: string };

/** Adds a person; without a `host` one who lives here and signs in with `<username>@<host>` and the password. */
export function addPerson(world: World, wanted: NewPerson): Person {
	const home = wanted.host ? `https://${wanted.host}` : world.origin;
	const { uri, url } = addressesOf(world, home, wanted.username, Boolean(wanted.host));
	const createdAt = wanted.createdAt ?? world.now() - 400 * 86_400_000;
	const person: Person = {
		uri,
		url,
		host: null,
		name: wanted.username,
		bio: '',
		bioHtml: wanted.bio ? `<p>${wanted.bio}</p>` : '',
		bot: false,
		locked: false,
		limited: false,
		noindex: false,
		createdAt,
		fields: [],
		avatar: undefined,
		header: undefined,
		email: `${wanted.username}@people.example`,
		password: '',
		language: undefined,
		...wanted,
		id: makePersonId(world, createdAt, wanted.uri ?? uri),
	};
	world.people.set(person.id, person);
	return person;
}

function addressesOf(world: World, home: string, username: string, foreign: boolean) {
	const style = foreign ? 'mastodon' : world.traits.instanceStyle;
	if (style === 'snac') return { uri: `${home}/${username}`, url: `${home}/${username}` };
	if (style === 'hollo') return { uri: `${home}/@${username}`, url: `${home}/@${username}` };
	const url =
		style === 'pleroma' || style === 'pixelfed' ? `${home}/${username}` : `${home}/@${username}`;
	return { uri: `${home}/users/${username}`, url };
}

/** Where a new post of a person who lives here is, as the program builds it. */
export function postAddresses(world: World, author: Person, id: string, at: number) {
	const { origin } = world;
	const name = author.username;
	switch (world.traits.instanceStyle) {
		case 'gotosocial':
			return {
				uri: `${origin}/users/${name}/statuses/${id}`,
				url: `${origin}/@${name}/statuses/${id}`,
			};
		case 'pleroma':
			return { uri: `${origin}/objects/${uuid(id)}`, url: `${origin}/notice/${id}` };
		case 'pixelfed':
			return { uri: `${origin}/p/${name}/${id}`, url: `${origin}/p/${name}/${id}` };
		case 'hollo':
			return { uri: `${origin}/@${name}/${id}`, url: `${origin}/@${name}/${id}` };
		case 'snac': {
			const place = `${origin}/${name}/p/${Math.floor(at / 1000)}.${id.slice(-6)}`;
			return { uri: place, url: place };
		}
		case 'mastodon':
			return { uri: `${origin}/users/${name}/statuses/${id}`, url: `${origin}/@${name}/${id}` };
	}
}

function uuid(id: string): string {
	const hex = Buffer.from(id.padEnd(16, '0').slice(-16), 'latin1').toString('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const pair = (a: Person | string, b: Person | string): string =>
	`${typeof a === 'string' ? a : a.id}>${typeof b === 'string' ? b : b.id}`;

export const isLocal = (person: Person): boolean => person.host === null;

export function findPerson(world: World, username: string, host?: string): Person | undefined {
	const home = host === undefined || host === world.host ? null : host;
	for (const person of world.people.values()) {
		if (person.host === home && person.username.toLowerCase() === username.toLowerCase())
			return person;
	}
	return undefined;
}

export function byUri<T extends { uri: string; url: string }>(
	things: ReadonlyMap<string, T>,
	address: string,
): T | undefined {
	for (const thing of things.values()) {
		if (thing.uri === address || thing.url === address) return thing;
	}
	return undefined;
}

export function personOf(world: World, id: string): Person {
	const person = world.people.get(id);
	if (!person) throw new Error(`Nobody has the id ${id}.`);
	return person;
}

export function postOf(world: World, id: string): Post {
	const post = world.posts.get(id);
	if (!post) throw new Error(`No post has the id ${id}.`);
	return post;
}

export const follows = (world: World, a: string, b: string): boolean =>
	world.follows.has(pair(a, b));

export function isMuted(world: World, viewer: string, other: string): boolean {
	const mute = world.mutes.get(pair(viewer, other));
	return mute !== undefined && (mute.until === null || mute.until > world.now());
}

/** Whether the two have nothing to do with each other, either way, or the viewer blocks the other's host. */
export function apart(world: World, viewer: Person, other: Person): boolean {
	if (world.blocks.has(pair(viewer, other)) || world.blocks.has(pair(other, viewer))) return true;
	return other.host !== null && (world.blockedHosts.get(viewer.id)?.has(other.host) ?? false);
}

/** Whether a person (undefined: a stranger without a token) may see a post. */
export function maySee(world: World, viewer: Person | undefined, post: Post): boolean {
	const target = post.boostOf === null ? post : world.posts.get(post.boostOf);
	if (!target) return false;
	const author = personOf(world, target.author);
	if (!viewer) return target.visibility === 'public' || target.visibility === 'unlisted';
	if (viewer.id === author.id) return true;
	if (world.blocks.has(pair(author, viewer))) return false;
	if (target.mentions.includes(viewer.id)) return true;
	if (target.visibility === 'private') return follows(world, viewer.id, author.id);
	return target.visibility !== 'direct';
}

/** A post's id for an instant; two posts of one millisecond differ. */
export const newPostId = (world: World, at: number): string => makeId(world, at);

export const newest = (posts: Iterable<Post>): Post[] => [...posts].sort(byIdDown);

function byIdDown(a: Post, b: Post): number {
	if (a.id.length !== b.id.length) return b.id.length - a.id.length;
	if (a.id === b.id) return 0;
	return a.id < b.id ? 1 : -1;
}
