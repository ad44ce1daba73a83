import { createHash } from 'node:crypto';
import { render } from '../html';
import type { Person, World } from '../model';
import { findPerson, isLocal, isMuted, pair } from '../world';

export const iso = (at: number): string => new Date(at).toISOString();
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** The emoji entities that a text uses. */
export function emojiIn(world: World, text: string) {
	return world.emoji
		.filter(({ shortcode }) => text.includes(`:${shortcode}:`))
		.map((one) => emojiEntity(one));
}

export const emojiEntity = ({ shortcode, url, category }: World['emoji'][number]) => ({
	shortcode,
	url,
	static_url: url,
	visible_in_picker: true,
	category,
});

/** Under the fault `other-actor-key` everybody has another id. */
export const shownId = (world: World, id: string): string =>
	world.impostor ? `${id.slice(0, -1)}0` : id;

/** What every program tells of an account, and what only some do. */
export type AccountEntity = Record<string, unknown> & {
	id: string;
	username: string;
	acct: string;
	display_name: string;
	url: string;
	avatar: string;
};

function acctOf(world: World, person: Person): string {
	if (person.host !== null) return `${person.username}@${person.host}`;
	return world.traits.fullAcct ? `${person.username}@${world.host}` : person.username;
}

function bioHtml(world: World, person: Person): string {
	if (!isLocal(person) || person.bio === '') return person.bioHtml;
	return render(person.bio, world.traits.html, world.origin, (name, host) =>
		findPerson(world, name, host),
	).html;
}

export function account(world: World, person: Person): AccountEntity {
	const [avatar, header] = [
		person.avatar ?? `${world.origin}/avatars/missing.png`,
		person.header ?? `${world.origin}/headers/missing.png`,
	];
	const counts = countsOf(world, person);
	const moved = person.movedTo === undefined ? undefined : findByAcct(world, person.movedTo);
	return {
		id: shownId(world, person.id),
		username: person.username,
		acct: acctOf(world, person),
		display_name: person.name,
		locked: person.locked,
		bot: person.bot,
		discoverable: !person.noindex,
		indexable: !person.noindex,
		group: false,
		noindex: person.noindex,
		created_at: `${iso(person.createdAt).slice(0, 10)}T00:00:00.000Z`,
		note: bioHtml(world, person),
		url: person.url,
		...(world.traits.accountUri ? { uri: world.impostor ? `${person.uri}-2` : person.uri } : {}),
		avatar,
		avatar_static: avatar,
		header,
		header_static: header,
		...counts,
		emojis: emojiIn(world, `${person.name} ${person.bio}`),
		fields: person.fields.map(({ name, html, verifiedAt }) => ({
			name,
			value: html,
			verified_at: isoOrNull(verifiedAt),
		})),
		...(isLocal(person) ? { roles: [] } : {}),
		...(person.limited ? { limited: true } : {}),
		...(moved ? { moved: account(world, moved) } : {}),
	};
}

function findByAcct(world: World, acct: string): Person | undefined {
	const [username = '', host] = acct.replace(/^@/, '').split('@');
	const found = findPerson(world, username, host);
	// Moving in a circle must not be shown without an end.
	return found?.movedTo === undefined ? found : undefined;
}

function countsOf(world: World, person: Person) {
	if (world.traits.instanceStyle === 'snac') {
		return {
			followers_count: 0,
			following_count: 0,
			statuses_count: 0,
			last_status_at: '1970-01-01',
		};
	}
	let [followers, following] = [0, 0];
	for (const key of world.follows.keys()) {
		if (key.endsWith(`>${person.id}`)) followers += 1;
		if (key.startsWith(`${person.id}>`)) following += 1;
	}
	const posts = [...world.posts.values()].filter(({ author }) => author === person.id);
	const last = posts.reduce((at, post) => Math.max(at, post.createdAt), 0);
	return {
		followers_count: followers,
		following_count: following,
		statuses_count: posts.length,
		last_status_at: last === 0 ? null : iso(last).slice(0, 10),
	};
}

/** verify_credentials: with what only the person sees. */
export function ownAccount(world: World, person: Person) {
	const requests = [...world.asked.keys()].filter((key) => key.endsWith(`>${person.id}`)).length;
	return {
		...account(world, person),
		source: {
			privacy: world.traits.instanceStyle === 'gotosocial' ? 'unlisted' : 'public',
			sensitive: false,
			language: person.language ?? null,
			note: person.bio,
			fields: person.fields.map(({ name, html }) => ({
				name,
				value: html.replaceAll(/<[^>]*>/g, ''),
				verified_at: null,
			})),
			follow_requests_count: requests,
			...(world.traits.lacks.includes('quotes') ? {} : { quote_policy: 'public' }),
		},
		role: { id: '-99', name: '', permissions: '65536', color: '', highlighted: false },
	};
}

export function relationship(world: World, me: Person, other: Person) {
	const row = world.follows.get(pair(me, other));
	const asked = world.asked.get(pair(me, other));
	const mute = world.mutes.get(pair(me, other));
	const muted = isMuted(world, me.id, other.id);
	return {
		id: shownId(world, other.id),
		following: row !== undefined,
		showing_reblogs: (row ?? asked)?.reblogs ?? false,
		notifying: (row ?? asked)?.notify ?? false,
		languages: (row ?? asked)?.languages ?? null,
		followed_by: world.follows.has(pair(other, me)),
		blocking: world.blocks.has(pair(me, other)),
		blocked_by: world.blocks.has(pair(other, me)),
		muting: muted,
		muting_notifications: muted && (mute?.notices ?? false),
		muting_expires_at: muted ? isoOrNull(mute?.until ?? null) : null,
		requested: asked !== undefined,
		requested_by: world.asked.has(pair(other, me)),
		domain_blocking:
			other.host !== null && (world.blockedHosts.get(me.id)?.has(other.host) ?? false),
		endorsed: false,
		note: world.comments.get(pair(me, other)) ?? '',
	};
}

/** What ActivityPub shows of a person; the key is made up and signs nothing, but is always the same one. */
export function actor(world: World, person: Person) {
	const uri = person.uri;
	const seed = `${uri} ${world.impostor ? 'somebody else' : 'key'}`;
	const body = [0, 1, 2, 3, 4, 5, 6, 7]
		.map((n) => createHash('sha256').update(`${seed} ${n}`).digest('base64').slice(0, 43))
		.join('\n');
	return {
		'@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
		id: uri,
		type: person.bot ? 'Service' : 'Person',
		preferredUsername: person.username,
		name: person.name,
		summary: bioHtml(world, person),
		url: person.url,
		inbox: `${uri}/inbox`,
		outbox: `${uri}/outbox`,
		manuallyApprovesFollowers: person.locked,
		publicKey: {
			id: `${uri}#main-key`,
			owner: uri,
			publicKeyPem: `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`,
		},
	};
}
