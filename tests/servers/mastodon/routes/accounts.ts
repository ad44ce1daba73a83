import { account, ownAccount, relationship } from '../entities/account';
import { status } from '../entities/status';
import { fetchPerson } from '../federation';
import { flag, id, integer, list, text } from '../http/fields';
import { cut, PAGING, paged } from '../http/paging';
import { type Answer, type Call, ok, type Route, recordNotFound, route } from '../http/route';
import { makeSerial } from '../ids';
import type { Person, World } from '../model';
import { acceptFollow, block, follow, refuseFollow, unfollow } from '../relations';
import { welcome } from '../timelines';
import { findPerson, newest, pair, personOf } from '../world';

const USUAL = { usual: 20, most: 40 };
const PEOPLE = { usual: 40, most: 80 };

function person(world: World, wanted: string): Person {
	const found =
		world.people.get(wanted) ??
		(world.traits.ids === 'flake' ? findPerson(world, wanted) : undefined);
	if (!found) throw recordNotFound();
	return found;
}

function byAcct(world: World, acct: string): Person | undefined {
	const [username = '', host] = acct.replace(/^@/, '').split('@');
	return findPerson(world, username, host);
}

const STATUSES = {
	...PAGING,
	only_media: flag,
	exclude_replies: flag,
	exclude_reblogs: flag,
	exclude_direct: flag,
	pinned: flag,
	tagged: text,
};

function statuses(call: Call<typeof STATUSES>): Answer {
	const { world, viewer, input } = call;
	const author = person(world, call.part('id'));
	const shown = newest(world.posts.values())
		.filter((post) => post.author === author.id && welcome(world, viewer, post))
		.filter((post) => !world.traits.hidesDirect || post.visibility !== 'direct')
		.filter((post) => !input.pinned || post.pinned)
		.filter((post) => !input.only_media || (post.media.length > 0 && post.boostOf === null))
		.filter((post) => !input.exclude_reblogs || post.boostOf === null)
		.filter((post) => !input.tagged || post.tags.includes(input.tagged.toLowerCase()))
		.filter((post) => {
			const parent = post.replyTo === null ? undefined : world.posts.get(post.replyTo);
			return !input.exclude_replies || !parent || parent.author === author.id;
		});
	return paged(
		call,
		cut(shown, input, USUAL, (post) => post.id),
		(post) => status(world, post, viewer),
	);
}

/** Followers, followed, blocked and muted people are paged by the row's own id, which only the Link header tells. */
function people(call: Call<typeof PAGING>, rows: { id: string; person: Person }[]): Answer {
	const page = cut(rows, call.input, PEOPLE, (row) => row.id);
	return paged(call, page, (row) => account(call.world, row.person), 'since_id');
}

function rowsOf(world: World, rows: Map<string, { id: string }>, side: 'from' | 'to', of: string) {
	return [...rows].flatMap(([key, row]) => {
		const [from = '', to = ''] = key.split('>');
		if ((side === 'from' ? from : to) !== of) return [];
		return [{ id: row.id, person: personOf(world, side === 'from' ? to : from) }];
	});
}

type Deed = (call: Call, other: Person) => void;
const deeds: Readonly<Record<string, { scope: string; run: Deed }>> = {
	unfollow: { scope: 'write:follows', run: ({ world, me }, other) => unfollow(world, me, other) },
	block: { scope: 'write:blocks', run: ({ world, me }, other) => block(world, me, other) },
	unblock: {
		scope: 'write:blocks',
		run: ({ world, me }, other) => void world.blocks.delete(pair(me, other)),
	},
	unmute: {
		scope: 'write:mutes',
		run: ({ world, me }, other) => void world.mutes.delete(pair(me, other)),
	},
	remove_from_followers: {
		scope: 'write:follows',
		run: ({ world, me }, other) => void refuseFollow(world, me, other),
	},
};

const related = ({ world, me }: Pick<Call, 'world' | 'me'>, other: Person) =>
	ok(relationship(world, me, other));

const relating: readonly Route[] = [
	route(
		'POST /api/v1/accounts/:id/follow',
		{
			auth: 'user',
			scope: 'write:follows',
			input: { reblogs: flag, notify: flag, languages: list(text) },
		},
		(call) => {
			const other = person(call.world, call.part('id'));
			follow(call.world, call.me, other, call.input);
			return related(call, other);
		},
	),
	route(
		'POST /api/v1/accounts/:id/mute',
		{ auth: 'user', scope: 'write:mutes', input: { notifications: flag, duration: integer } },
		(call) => {
			const { world, me, input } = call;
			const other = person(world, call.part('id'));
			world.mutes.set(pair(me, other), {
				id: makeSerial(world, world.now()),
				notices: input.notifications ?? true,
				until: input.duration ? world.now() + input.duration * 1000 : null,
			});
			return related(call, other);
		},
	),
	route(
		'POST /api/v1/accounts/:id/note',
		{ auth: 'user', scope: 'write:accounts', input: { comment: text }, feature: 'account notes' },
		(call) => {
			const other = person(call.world, call.part('id'));
			call.world.comments.set(pair(call.me, other), call.input.comment ?? '');
			return related(call, other);
		},
	),
	...Object.entries(deeds).map(([name, { scope, run }]) =>
		route(
			`POST /api/v1/accounts/:id/${name}`,
			{
				auth: 'user',
				scope,
				...(name.startsWith('remove') ? { feature: 'remove follower' as const } : {}),
			},
			(call) => {
				const other = person(call.world, call.part('id'));
				run(call, other);
				return related(call, other);
			},
		),
	),
	...(['authorize', 'reject'] as const).map((what) =>
		route(
			`POST /api/v1/follow_requests/:id/${what}`,
			{ auth: 'user', scope: 'write:follows', feature: 'follow requests' },
			(call) => {
				const { world, me } = call;
				const other = person(world, call.part('id'));
				const done =
					what === 'authorize' ? acceptFollow(world, me, other) : refuseFollow(world, me, other);
				if (!done) throw recordNotFound();
				return related(call, other);
			},
		),
	),
];

const reading: readonly Route[] = [
	route(
		'GET /api/v1/accounts/verify_credentials',
		{ auth: 'user', scope: 'profile|read:accounts' },
		({ world, me }) => ok(ownAccount(world, me)),
	),
	route(
		'GET /api/v1/accounts/relationships',
		{ auth: 'user', scope: 'read:follows', input: { id: list(id), with_suspended: flag } },
		({ world, me, input }) =>
			ok(
				(input.id ?? [])
					.flatMap((one) => world.people.get(one) ?? [])
					.map((other) => relationship(world, me, other)),
			),
	),
	route(
		'GET /api/v1/accounts/lookup',
		{
			auth: 'open lookup',
			scope: 'read:accounts',
			input: { acct: text },
			feature: 'account lookup',
		},
		({ world, input }) => {
			const found = byAcct(world, input.acct ?? '');
			if (!found) throw recordNotFound();
			return ok(account(world, found));
		},
	),
	route(
		'GET /api/v1/accounts/search',
		{
			auth: 'user',
			scope: 'read:accounts',
			input: { q: text, limit: integer, offset: integer, resolve: flag, following: flag },
		},
		({ world, me, input }) => {
			const found = searchPeople(world, input.q ?? '', input.resolve ?? false);
			const known = found.filter((one) => !input.following || world.follows.has(pair(me, one)));
			return ok(
				known
					.slice(input.offset ?? 0, (input.offset ?? 0) + Math.min(input.limit ?? 40, 80))
					.map((one) => account(world, one)),
			);
		},
	),
	route(
		'GET /api/v1/accounts/:id',
		{ auth: 'open accounts', scope: 'read:accounts' },
		({ world, part }) => ok(account(world, person(world, part('id')))),
	),
	route(
		'GET /api/v1/accounts/:id/statuses',
		{ auth: 'open accounts', scope: 'read:statuses', input: STATUSES },
		statuses,
	),
	route(
		'GET /api/v1/accounts/:id/followers',
		{ auth: 'open accounts', scope: 'read:accounts', input: PAGING },
		(call) =>
			people(
				call,
				rowsOf(call.world, call.world.follows, 'to', person(call.world, call.part('id')).id),
			),
	),
	route(
		'GET /api/v1/accounts/:id/following',
		{ auth: 'open accounts', scope: 'read:accounts', input: PAGING },
		(call) =>
			people(
				call,
				rowsOf(call.world, call.world.follows, 'from', person(call.world, call.part('id')).id),
			),
	),
	route(
		'GET /api/v1/accounts/:id/lists',
		{ auth: 'user', scope: 'read:lists', feature: 'lists' },
		({ world, me, part }) =>
			ok(
				[...world.lists.values()]
					.filter((one) => one.owner === me.id && one.members.has(part('id')))
					.map(({ id: listId, title }) => ({ id: listId, title })),
			),
	),
	route(
		'GET /api/v1/follow_requests',
		{ auth: 'user', scope: 'read:follows', input: PAGING, feature: 'follow requests' },
		(call) => people(call, rowsOf(call.world, call.world.asked, 'to', call.me.id)),
	),
	route(
		'GET /api/v1/blocks',
		{ auth: 'user', scope: 'read:blocks', input: PAGING, feature: 'blocks' },
		(call) => people(call, rowsOf(call.world, call.world.blocks, 'from', call.me.id)),
	),
	route(
		'GET /api/v1/mutes',
		{ auth: 'user', scope: 'read:mutes', input: PAGING, feature: 'mutes' },
		(call) => people(call, rowsOf(call.world, call.world.mutes, 'from', call.me.id)),
	),
];

/** People by name; `resolve` asks a connected server for a full address or a URL. */
export function searchPeople(world: World, query: string, resolve: boolean): Person[] {
	const wanted = query.trim().replace(/^@/, '').toLowerCase();
	const [username = '', host] = wanted.split('@');
	if (resolve) {
		if (/^https?:/.test(wanted)) fetchPerson(world, { address: query.trim() });
		else if (host) fetchPerson(world, { username, host });
	}
	return [...world.people.values()].filter((one) => {
		if (/^https?:/.test(wanted)) return [one.uri, one.url].includes(query.trim());
		if (host !== undefined)
			return one.username.toLowerCase() === username && (one.host ?? world.host) === host;
		return one.username.toLowerCase().includes(wanted) || one.name.toLowerCase().includes(wanted);
	});
}

export const ACCOUNT_ROUTES: readonly Route[] = [...reading, ...relating];
