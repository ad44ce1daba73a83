import { account } from '../entities/account';
import { status } from '../entities/status';
import { tag } from '../entities/tag';
import { flag, id, integer, list, oneOf, text } from '../http/fields';
import { cut, PAGING, paged } from '../http/paging';
import {
	type Answer,
	type Call,
	ok,
	Refusal,
	type Route,
	recordNotFound,
	route,
} from '../http/route';
import { makeSerial } from '../ids';
import type { Mark, Person, World } from '../model';
import { maySee, personOf } from '../world';

/** Bookmarks and favourites: paged by the mark's id, which only the Link header tells. */
function marked(call: Call<typeof PAGING>, marks: readonly Mark[]): Answer {
	const { world, me } = call;
	const mine = marks
		.filter((mark) => mark.person === me.id)
		.flatMap((mark) => {
			const post = world.posts.get(mark.post);
			return post && maySee(world, me, post) ? [{ id: mark.id, post }] : [];
		});
	return paged(
		call,
		cut(mine, call.input, { usual: 20, most: 40 }, (row) => row.id),
		(row) => status(world, row.post, me),
	);
}

const marks: readonly Route[] = [
	route(
		'GET /api/v1/bookmarks',
		{ auth: 'user', scope: 'read:bookmarks', input: PAGING, feature: 'bookmarks' },
		(call) => marked(call, call.world.bookmarks),
	),
	route(
		'GET /api/v1/favourites',
		{ auth: 'user', scope: 'read:favourites', input: PAGING, feature: 'favourites' },
		(call) => marked(call, call.world.favourites),
	),
];

const tags: readonly Route[] = [
	route(
		'GET /api/v1/followed_tags',
		{ auth: 'user', scope: 'read:follows', input: PAGING, feature: 'followed tags' },
		(call) => {
			const rows = [...call.world.followedTags].filter(([key]) => key.startsWith(`${call.me.id} `));
			const found = rows.map(([key, row]) => ({ id: row.id, name: key.split(' ')[1] ?? '' }));
			return paged(
				call,
				cut(found, call.input, { usual: 100, most: 200 }, (row) => row.id),
				(row) => tag(call.world, row.name, call.me),
				'since_id',
			);
		},
	),
	route(
		'GET /api/v1/tags/:name',
		{ auth: 'maybe', scope: 'read:follows', feature: 'followed tags' },
		({ world, viewer, part }) => ok(tag(world, part('name'), viewer)),
	),
	...(['follow', 'unfollow'] as const).map((what) =>
		route(
			`POST /api/v1/tags/:name/${what}`,
			{ auth: 'user', scope: 'write:follows', feature: 'followed tags' },
			({ world, me, part }) => {
				const key = `${me.id} ${part('name').toLowerCase()}`;
				if (what === 'follow') world.followedTags.set(key, { id: makeSerial(world, world.now()) });
				else world.followedTags.delete(key);
				return ok(tag(world, part('name'), me));
			},
		),
	),
];

const conversations: readonly Route[] = [
	route(
		'GET /api/v1/conversations',
		{ auth: 'user', scope: 'read:statuses', input: PAGING, feature: 'conversations' },
		(call) => {
			const { world, me } = call;
			const mine = world.conversations.filter(
				({ owner, last }) => owner === me.id && world.posts.has(last),
			);
			return paged(
				call,
				cut(mine, call.input, { usual: 20, most: 40 }, ({ last }) => last),
				(one) => conversation(world, one, me),
			);
		},
	),
	route(
		'POST /api/v1/conversations/:id/read',
		{ auth: 'user', scope: 'write:conversations', feature: 'conversations' },
		({ world, me, part }) => {
			const found = world.conversations.find((one) => one.id === part('id') && one.owner === me.id);
			if (!found) throw recordNotFound();
			found.unread = false;
			return ok(conversation(world, found, me));
		},
	),
	route(
		'DELETE /api/v1/conversations/:id',
		{ auth: 'user', scope: 'write:conversations', feature: 'conversations' },
		({ world, me, part }) => {
			world.conversations = world.conversations.filter(
				(one) => one.id !== part('id') || one.owner !== me.id,
			);
			return ok({});
		},
	),
];

function conversation(world: World, one: World['conversations'][number], me: Person) {
	const post = world.posts.get(one.last);
	return {
		id: one.id,
		unread: one.unread,
		accounts: one.people.map((person) => account(world, personOf(world, person))),
		last_status: post ? status(world, post, me) : null,
	};
}

const REPORT = {
	account_id: id,
	status_ids: list(id),
	comment: text,
	forward: flag,
	category: oneOf('spam', 'legal', 'violation', 'other'),
	rule_ids: list(id),
	forward_to_domains: list(text),
};

const rest: readonly Route[] = [
	route(
		'GET /api/v1/preferences',
		{ auth: 'user', scope: 'read:accounts', feature: 'preferences' },
		({ me, world }) =>
			ok({
				'posting:default:visibility':
					world.traits.instanceStyle === 'gotosocial' ? 'unlisted' : 'public',
				'posting:default:sensitive': false,
				'posting:default:language': me.language ?? null,
				...(world.traits.lacks.includes('quotes')
					? {}
					: { 'posting:default:quote_policy': 'public' }),
				'reading:expand:media': 'default',
				'reading:expand:spoilers': false,
				'reading:autoplay:gifs': false,
			}),
	),
	route(
		'GET /api/v1/domain_blocks',
		{ auth: 'user', scope: 'read:blocks', input: PAGING, feature: 'person domain blocks' },
		({ world, me }) => ok([...(world.blockedHosts.get(me.id) ?? [])]),
	),
	...(['POST', 'DELETE'] as const).map((method) =>
		route(
			`${method} /api/v1/domain_blocks`,
			{
				auth: 'user',
				scope: 'write:blocks',
				input: { domain: text },
				feature: 'person domain blocks',
			},
			({ world, me, input }) => {
				if (!input.domain)
					throw new Refusal(422, "Validation failed: Domain can't be blank", { problem: true });
				const hosts = world.blockedHosts.get(me.id) ?? new Set<string>();
				world.blockedHosts.set(me.id, hosts);
				if (method === 'POST') hosts.add(input.domain.toLowerCase());
				else hosts.delete(input.domain.toLowerCase());
				return ok({});
			},
		),
	),
	route(
		'POST /api/v1/reports',
		{ auth: 'user', scope: 'write:reports', input: REPORT, feature: 'reports' },
		({ world, me, input }) => {
			const about = world.people.get(input.account_id ?? '');
			if (!about) throw recordNotFound();
			const comment = input.comment ?? '';
			if ([...comment].length > 1000)
				throw new Refusal(422, 'Validation failed: Comment is too long');
			const report = {
				id: makeSerial(world, world.now()),
				by: me.id,
				about: about.id,
				posts: input.status_ids ?? [],
				comment,
				category: input.category ?? 'other',
				forward: input.forward ?? false,
				rules: input.rule_ids ?? [],
			};
			world.reports.push(report);
			return ok({
				id: report.id,
				action_taken: false,
				action_taken_at: null,
				category: report.category,
				comment,
				forwarded: report.forward,
				created_at: new Date(world.now()).toISOString(),
				status_ids: report.posts,
				rule_ids: report.rules,
				target_account: account(world, about),
			});
		},
	),
	...['tags', 'statuses', 'links'].map((what) =>
		route(
			`GET /api/v1/trends/${what}`,
			{ auth: 'open timelines', input: { limit: integer, offset: integer }, feature: 'trends' },
			() => ok([]),
		),
	),
	route(
		'GET /api/v1/scheduled_statuses',
		{ auth: 'user', scope: 'read:statuses', input: PAGING, feature: 'scheduled' },
		({ world, me }) =>
			ok(
				world.scheduled
					.filter(({ owner }) => owner === me.id)
					.map((one) => ({
						id: one.id,
						scheduled_at: new Date(one.at).toISOString(),
						params: { text: one.draft['text'] },
						media_attachments: [],
					})),
			),
	),
	route(
		'DELETE /api/v1/scheduled_statuses/:id',
		{ auth: 'user', scope: 'write:statuses', feature: 'scheduled' },
		({ world, me, part }) => {
			const had = world.scheduled.length;
			world.scheduled = world.scheduled.filter(
				(one) => one.id !== part('id') || one.owner !== me.id,
			);
			if (world.scheduled.length === had) throw recordNotFound();
			return ok({});
		},
	),
	route('GET /api/v1/streaming/health', { feature: 'streaming' }, () => ({ text: 'OK' })),
];

export const COLLECTION_ROUTES: readonly Route[] = [...marks, ...tags, ...conversations, ...rest];
