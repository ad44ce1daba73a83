import { account } from '../entities/account';
import { flag, id, list, oneOf, text } from '../http/fields';
import { PAGING } from '../http/paging';
import { type Call, invalid, ok, type Route, recordNotFound, route } from '../http/route';
import { makeSerial } from '../ids';
import type { List, Person, World } from '../model';
import { follows, personOf } from '../world';

const WISHES = { title: text, replies_policy: oneOf('followed', 'list', 'none'), exclusive: flag };
const needs = (scope: string) => ({ auth: 'user', scope, feature: 'lists' }) as const;

const entity = ({ id: listId, title, replies, exclusive }: List) => ({
	id: listId,
	title,
	replies_policy: replies,
	exclusive,
});

function own(world: World, me: Person, wanted: string): List {
	const found = world.lists.get(wanted);
	if (found?.owner !== me.id) throw recordNotFound();
	return found;
}

export function makeList(world: World, owner: string, wishes: Call<typeof WISHES>['input']): List {
	const made: List = {
		id: makeSerial(world, world.now()),
		owner,
		title: wishes.title ?? '',
		replies: wishes.replies_policy ?? 'list',
		exclusive: wishes.exclusive ?? false,
		members: new Set(),
	};
	world.lists.set(made.id, made);
	return made;
}

export const LIST_ROUTES: readonly Route[] = [
	route('GET /api/v1/lists', needs('read:lists'), ({ world, me }) =>
		ok([...world.lists.values()].filter(({ owner }) => owner === me.id).map(entity)),
	),
	route(
		'POST /api/v1/lists',
		{ ...needs('write:lists'), input: WISHES },
		({ world, me, input }) => {
			if (!input.title) throw invalid("Title can't be blank");
			return ok(entity(makeList(world, me.id, input)));
		},
	),
	route('GET /api/v1/lists/:id', needs('read:lists'), ({ world, me, part }) =>
		ok(entity(own(world, me, part('id')))),
	),
	route(
		'PUT /api/v1/lists/:id',
		{ ...needs('write:lists'), input: WISHES },
		({ world, me, part, input }) => {
			const found = own(world, me, part('id'));
			found.title = input.title ?? found.title;
			found.replies = input.replies_policy ?? found.replies;
			found.exclusive = input.exclusive ?? found.exclusive;
			return ok(entity(found));
		},
	),
	route('DELETE /api/v1/lists/:id', needs('write:lists'), ({ world, me, part }) => {
		world.lists.delete(own(world, me, part('id')).id);
		return ok({});
	}),
	route(
		'GET /api/v1/lists/:id/accounts',
		{ ...needs('read:lists'), input: PAGING },
		({ world, me, part }) =>
			ok(
				[...own(world, me, part('id')).members].map((one) => account(world, personOf(world, one))),
			),
	),
	route(
		'POST /api/v1/lists/:id/accounts',
		{ ...needs('write:lists'), input: { account_ids: list(id) } },
		({ world, me, part, input }) => {
			const found = own(world, me, part('id'));
			for (const one of input.account_ids ?? []) {
				if (one !== me.id && !follows(world, me.id, one)) throw recordNotFound();
				found.members.add(one);
			}
			return ok({});
		},
	),
	route(
		'DELETE /api/v1/lists/:id/accounts',
		{ ...needs('write:lists'), input: { account_ids: list(id) } },
		({ world, me, part, input }) => {
			const found = own(world, me, part('id'));
			for (const one of input.account_ids ?? []) found.members.delete(one);
			return ok({});
		},
	),
];
