import { account, iso } from '../entities/account';
import { attachment, status } from '../entities/status';
import { id, list, oneOf, text } from '../http/fields';
import { cut, PAGING, paged } from '../http/paging';
import { type Call, ok, type Route, recordNotFound, route } from '../http/route';
import type { Post } from '../model';
import { edit, happen, remove } from '../publish';
import { context, select, welcome } from '../timelines';
import { maySee, personOf } from '../world';
import { checkedEdit, postStatus, STATUS, STATUS_EDIT } from './posting';
import { translated } from './translating';
import { visible } from './visible';

const PEOPLE = { usual: 40, most: 80 };

function own(call: Pick<Call, 'world' | 'me' | 'part'>): Post {
	const post = visible(call.world, call.me, call.part('id'));
	if (post.author !== call.me.id) throw recordNotFound();
	return post;
}

const writing: readonly Route[] = [
	route(
		'POST /api/v1/statuses',
		{ auth: 'user', scope: 'write:statuses', input: STATUS },
		postStatus,
	),
	route(
		'PUT /api/v1/statuses/:id',
		{ auth: 'user', scope: 'write:statuses', input: STATUS_EDIT, feature: 'edit status' },
		(call) => {
			const post = own(call);
			edit(call.world, post, checkedEdit(call, post));
			return ok(status(call.world, post, call.me));
		},
	),
	route(
		'DELETE /api/v1/statuses/:id',
		{
			auth: 'user',
			scope: 'write:statuses',
			input: { delete_media: text },
			feature: 'delete status',
		},
		(call) => {
			const { world, me } = call;
			const post = own(call);
			const shown = { ...status(world, post, me), text: post.text };
			remove(world, post);
			return ok(shown);
		},
	),
	route(
		'PUT /api/v1/statuses/:id/interaction_policy',
		{
			auth: 'user',
			scope: 'write:statuses',
			input: { quote_approval_policy: oneOf('public', 'followers', 'nobody') },
			feature: 'quotes',
		},
		(call) => {
			const post = own(call);
			post.quotePolicy = call.input.quote_approval_policy ?? post.quotePolicy;
			return ok(status(call.world, post, call.me));
		},
	),
	route(
		'POST /api/v1/statuses/:id/quotes/:quoting/revoke',
		{ auth: 'user', scope: 'write:statuses', feature: 'quotes' },
		(call) => {
			const post = own(call);
			const quoting = call.world.posts.get(call.part('quoting'));
			if (quoting?.quote?.of !== post.id) throw recordNotFound();
			quoting.quote.state = 'revoked';
			happen(call.world, { kind: 'status.update', post: quoting });
			return ok(status(call.world, quoting, call.me));
		},
	),
];

const people = (call: Call<typeof PAGING>, rows: { id: string; person: string }[]) =>
	paged(
		call,
		cut(rows, call.input, PEOPLE, (row) => row.id),
		(row) => account(call.world, personOf(call.world, row.person)),
		'since_id',
	);

const reading: readonly Route[] = [
	route(
		'GET /api/v1/statuses',
		{ auth: 'open statuses', scope: 'read:statuses', input: { id: list(id) } },
		({ world, viewer, input }) =>
			ok(
				(input.id ?? [])
					.flatMap((one) => world.posts.get(one) ?? [])
					.filter((post) => maySee(world, viewer, post))
					.map((post) => status(world, post, viewer)),
			),
	),
	route(
		'GET /api/v1/statuses/:id',
		{ auth: 'open statuses', scope: 'read:statuses' },
		({ world, viewer, part }) => ok(status(world, visible(world, viewer, part('id')), viewer)),
	),
	route(
		'GET /api/v1/statuses/:id/context',
		{ auth: 'open statuses', scope: 'read:statuses' },
		({ world, viewer, part }) => {
			const { ancestors, descendants } = context(world, viewer, visible(world, viewer, part('id')));
			const show = (posts: Post[]) =>
				posts
					.filter((post) => welcome(world, viewer, post))
					.map((post) => status(world, post, viewer));
			return ok({ ancestors: show(ancestors), descendants: show(descendants) });
		},
	),
	route(
		'GET /api/v1/statuses/:id/source',
		{ auth: 'user', scope: 'read:statuses', feature: 'status history' },
		(call) => {
			const post = own(call);
			return ok({ id: post.id, text: post.text, spoiler_text: post.spoiler });
		},
	),
	route(
		'POST /api/v1/statuses/:id/translate',
		{ auth: 'user', scope: 'read:statuses', input: { lang: text } },
		({ world, me, part, input }) => translated(world, visible(world, me, part('id')), input.lang),
	),
	route(
		'GET /api/v1/statuses/:id/history',
		{ auth: 'open statuses', scope: 'read:statuses', feature: 'status history' },
		({ world, viewer, part }) => {
			const post = visible(world, viewer, part('id'));
			const now = {
				at: post.editedAt ?? post.createdAt,
				html: post.html,
				spoiler: post.spoiler,
				sensitive: post.sensitive,
				media: post.media,
			};
			return ok(
				[...post.history, now].map((version) => ({
					content: version.html,
					spoiler_text: version.spoiler,
					sensitive: version.sensitive,
					created_at: iso(version.at),
					account: account(world, personOf(world, post.author)),
					poll: null,
					media_attachments: version.media.map((file) => attachment(world, file)),
					emojis: [],
				})),
			);
		},
	),
	route(
		'GET /api/v1/statuses/:id/favourited_by',
		{ auth: 'open statuses', scope: 'read:accounts', input: PAGING },
		(call) => {
			const post = visible(call.world, call.viewer, call.part('id'));
			return people(
				call,
				call.world.favourites.filter((mark) => mark.post === post.id),
			);
		},
	),
	route(
		'GET /api/v1/statuses/:id/reblogged_by',
		{ auth: 'open statuses', scope: 'read:accounts', input: PAGING },
		(call) => {
			const post = visible(call.world, call.viewer, call.part('id'));
			const boosts = select(call.world, (other) => other.boostOf === post.id);
			return people(
				call,
				boosts.map((other) => ({ id: other.id, person: other.author })),
			);
		},
	),
	route(
		'GET /api/v1/statuses/:id/quotes',
		{ auth: 'open statuses', scope: 'read:statuses', input: PAGING, feature: 'quotes' },
		(call) => {
			const { world, viewer, input } = call;
			const post = visible(world, viewer, call.part('id'));
			const quotes = select(
				world,
				(other) =>
					other.quote?.of === post.id &&
					other.quote.state === 'accepted' &&
					welcome(world, viewer, other),
			);
			return paged(
				call,
				cut(quotes, input, { usual: 20, most: 40 }, (other) => other.id),
				(other) => status(world, other, viewer),
			);
		},
	),
];

export const STATUS_ROUTES: readonly Route[] = [...writing, ...reading];
