import { account, iso, shownId } from '../entities/account';
import { notification, notificationGroup } from '../entities/notice';
import { status } from '../entities/status';
import { flag, id, list, oneOf } from '../http/fields';
import { cut, links, PAGING } from '../http/paging';
import { type Answer, type Call, ok, type Route, recordNotFound, route } from '../http/route';
import { compareIds } from '../ids';
import type { Notice, Person, World } from '../model';
import { pair, personOf } from '../world';

const TYPES = oneOf(
	'mention',
	'status',
	'reblog',
	'follow',
	'follow_request',
	'favourite',
	'poll',
	'update',
	'quote',
	'quoted_update',
	'severed_relationships',
	'moderation_warning',
	'admin.sign_up',
	'admin.report',
	'pleroma:emoji_reaction',
);
const V1 = {
	...PAGING,
	types: list(TYPES),
	exclude_types: list(TYPES),
	account_id: id,
	include_filtered: flag,
};
const V2 = { ...V1, grouped_types: list(TYPES), expand_accounts: oneOf('full', 'partial_avatars') };
const POLICY = oneOf('accept', 'filter', 'drop');
const KEYS = [
	'for_not_following',
	'for_not_followers',
	'for_new_accounts',
	'for_private_mentions',
	'for_limited_accounts',
] as const;
const GROUPABLE = ['favourite', 'reblog', 'follow', 'admin.sign_up'];

/** Quotes are no notices on servers that know none. */
const knows = (world: World, notice: Notice): boolean =>
	!world.traits.lacks.includes('quotes') || !['quote', 'quoted_update'].includes(notice.type);
const warns = (world: World, notice: Notice): boolean =>
	!world.traits.lacks.includes('notification policy') ||
	!['moderation_warning', 'severed_relationships'].includes(notice.type);

function noticesFor({ world, me, input }: Call<typeof V1>): Notice[] {
	return world.notices
		.filter((notice) => notice.to === me.id && knows(world, notice) && warns(world, notice))
		.filter((notice) => input.include_filtered || !notice.filtered)
		.filter(({ type }) => !input.types || input.types.includes(type))
		.filter(({ type }) => !input.exclude_types?.includes(type))
		.filter(({ from }) => input.account_id === undefined || from === input.account_id);
}

function listed(call: Call<typeof V1>): Answer {
	const page = cut(noticesFor(call), call.input, { usual: 40, most: 80 }, (notice) => notice.id);
	return {
		json: page.items.map((notice) => notification(call.world, notice, call.me)),
		headers: links(call, page),
	};
}

/** Groups of what is on the page; the page is counted in groups. */
function groupedPage(call: Call<typeof V2>) {
	const may = call.input.grouped_types ?? GROUPABLE;
	const groups = new Map<string, Notice[]>();
	const sorted = [...noticesFor(call)].sort((a, b) => compareIds(b.id, a.id));
	for (const notice of sorted) {
		const key = may.includes(notice.type) ? notice.group : `ungrouped-${notice.id}`;
		groups.set(key, [...(groups.get(key) ?? []), notice]);
	}
	return cut(
		[...groups.values()],
		call.input,
		{ usual: 40, most: 80 },
		([newest]) => newest?.id ?? '',
	);
}

function grouped(call: Call<typeof V2>): Answer {
	const { world, me } = call;
	const page = groupedPage(call);
	const shown = page.items.flat();
	const people = [...new Set(shown.map(({ from }) => from))];
	const posts = [...new Set(shown.flatMap(({ post }) => post ?? []))];
	return {
		json: {
			accounts: people.map((one) => account(world, personOf(world, one))),
			statuses: posts
				.flatMap((one) => world.posts.get(one) ?? [])
				.map((post) => status(world, post, me)),
			notification_groups: page.items.map((notices) => notificationGroup(world, notices)),
		},
		headers: links(call, page),
	};
}

function markOf(world: World, me: Person): string {
	return world.markers.get(`${me.id} notifications`)?.last ?? '';
}

const unread = (call: Call<typeof V1>): number =>
	noticesFor(call).filter((notice) => compareIds(notice.id, markOf(call.world, call.me)) > 0)
		.length;

const policy = (world: World, me: Person) => {
	const waiting = world.notices.filter((notice) => notice.to === me.id && notice.filtered);
	const chosen = world.policies.get(me.id);
	return {
		...Object.fromEntries(
			KEYS.map((key) => [
				key,
				chosen?.[key] ??
					(key === 'for_private_mentions' || key === 'for_limited_accounts' ? 'filter' : 'accept'),
			]),
		),
		summary: {
			pending_requests_count: new Set(waiting.map(({ from }) => from)).size,
			pending_notifications_count: waiting.length,
		},
	};
};

/** Strangers whose notices wait; the request's id is the stranger's. */
function requests(world: World, me: Person) {
	const waiting = world.notices.filter((notice) => notice.to === me.id && notice.filtered);
	return [...new Set(waiting.map(({ from }) => from))]
		.filter((from) => world.welcome.get(pair(me, from)) === undefined)
		.map((from) => {
			const theirs = waiting.filter((notice) => notice.from === from);
			const last = theirs.at(-1);
			const post = last?.post ? world.posts.get(last.post) : undefined;
			return {
				id: shownId(world, from),
				created_at: iso(theirs[0]?.at ?? 0),
				updated_at: iso(last?.at ?? 0),
				notifications_count: String(theirs.length),
				account: account(world, personOf(world, from)),
				last_status: post ? status(world, post, me) : null,
			};
		});
}

function decide(world: World, me: Person, from: string, what: 'accepted' | 'dismissed') {
	if (!requests(world, me).some((one) => one.id === from)) throw recordNotFound();
	world.welcome.set(pair(me, from), what);
	if (what === 'accepted') {
		for (const notice of world.notices)
			if (notice.to === me.id && notice.from === from) notice.filtered = false;
	}
	return ok({});
}

const reads = { auth: 'user', scope: 'read:notifications' } as const;
const writes = { auth: 'user', scope: 'write:notifications' } as const;
const POLICY_INPUT = {
	for_not_following: POLICY,
	for_not_followers: POLICY,
	for_new_accounts: POLICY,
	for_private_mentions: POLICY,
	for_limited_accounts: POLICY,
};

const v1: readonly Route[] = [
	route('GET /api/v1/notifications', { ...reads, input: V1 }, listed),
	route(
		'GET /api/v1/notifications/unread_count',
		{ ...reads, input: { ...V1 }, feature: 'notification policy' },
		(call) => ok({ count: unread(call) }),
	),
	route(
		'GET /api/v1/notifications/requests',
		{ ...reads, input: PAGING, feature: 'notification policy' },
		({ world, me }) => ok(requests(world, me)),
	),
	route(
		'GET /api/v1/notifications/requests/merged',
		{ ...reads, feature: 'notification policy' },
		() => ok({ merged: true }),
	),
	route(
		'POST /api/v1/notifications/requests/:id/accept',
		{ ...writes, feature: 'notification policy' },
		({ world, me, part }) => decide(world, me, part('id'), 'accepted'),
	),
	route(
		'POST /api/v1/notifications/requests/:id/dismiss',
		{ ...writes, feature: 'notification policy' },
		({ world, me, part }) => decide(world, me, part('id'), 'dismissed'),
	),
	route('GET /api/v1/notifications/:id', reads, ({ world, me, part }) => {
		const found = world.notices.find((notice) => notice.id === part('id') && notice.to === me.id);
		if (!found) throw recordNotFound();
		return ok(notification(world, found, me));
	}),
	route('POST /api/v1/notifications/clear', writes, ({ world, me }) => {
		world.notices = world.notices.filter(({ to }) => to !== me.id);
		return ok({});
	}),
	route(
		'POST /api/v1/notifications/:id/dismiss',
		{ ...writes, feature: 'dismiss notification' },
		({ world, me, part }) => {
			world.notices = world.notices.filter(
				(notice) => notice.id !== part('id') || notice.to !== me.id,
			);
			return ok({});
		},
	),
];

const v2: readonly Route[] = [
	route(
		'GET /api/v2/notifications',
		{ ...reads, input: V2, feature: 'grouped notifications' },
		grouped,
	),
	route(
		'GET /api/v2/notifications/unread_count',
		{ ...reads, input: V2, feature: 'grouped notifications' },
		(call) => ok({ count: unread(call) }),
	),
	route(
		'GET /api/v2/notifications/policy',
		{ ...reads, feature: 'notification policy' },
		({ world, me }) => ok(policy(world, me)),
	),
	route(
		'PATCH /api/v2/notifications/policy',
		{ ...writes, input: POLICY_INPUT, feature: 'notification policy' },
		({ world, me, input }) => {
			const chosen = Object.entries(input).flatMap(([key, value]) =>
				value === undefined ? [] : [[key, value] as const],
			);
			world.policies.set(me.id, { ...world.policies.get(me.id), ...Object.fromEntries(chosen) });
			return ok(policy(world, me));
		},
	),
	route(
		'GET /api/v2/notifications/:key',
		{ ...reads, feature: 'grouped notifications' },
		({ world, me, part }) => {
			const notices = world.notices
				.filter((notice) => notice.to === me.id && notice.group === part('key'))
				.reverse();
			if (notices.length === 0) throw recordNotFound();
			return ok({
				accounts: notices.map(({ from }) => account(world, personOf(world, from))),
				statuses: [],
				notification_groups: [notificationGroup(world, notices)],
			});
		},
	),
	route(
		'GET /api/v2/notifications/:key/accounts',
		{ ...reads, feature: 'grouped notifications' },
		({ world, me, part }) =>
			ok(
				world.notices
					.filter((notice) => notice.to === me.id && notice.group === part('key'))
					.map(({ from }) => account(world, personOf(world, from))),
			),
	),
	route(
		'POST /api/v2/notifications/:key/dismiss',
		{ ...writes, feature: 'grouped notifications' },
		({ world, me, part }) => {
			world.notices = world.notices.filter(
				(notice) => notice.to !== me.id || notice.group !== part('key'),
			);
			return ok({});
		},
	),
];

export const NOTIFICATION_ROUTES: readonly Route[] = [...v1, ...v2];
