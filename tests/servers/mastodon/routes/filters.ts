import { isoOrNull } from '../entities/account';
import { filterEntity } from '../entities/status';
import { flag, id, integer, list, object, oneOf, text } from '../http/fields';
import { type Call, invalid, ok, type Route, recordNotFound, route } from '../http/route';
import { makeSerial } from '../ids';
import type { Filter, Person, World } from '../model';
import { happen } from '../publish';

const CONTEXT = list(oneOf('home', 'notifications', 'public', 'thread', 'account'));
const KEYWORD = { id, keyword: text, whole_word: flag, _destroy: flag };
const V2 = {
	title: text,
	context: CONTEXT,
	filter_action: oneOf('warn', 'hide', 'blur'),
	expires_in: integer,
	keywords_attributes: list(object(KEYWORD)),
};
const V1 = {
	phrase: text,
	context: CONTEXT,
	irreversible: flag,
	whole_word: flag,
	expires_in: integer,
};
const needs = (scope: string, feature: 'filters v1' | 'filters v2') =>
	({ auth: 'user', scope, feature }) as const;

function own(world: World, me: Person, wanted: string): Filter {
	const found = world.filters.get(wanted);
	if (found?.owner !== me.id) throw recordNotFound();
	return found;
}

const serial = (world: World): string => makeSerial(world, world.now());
const changed = (world: World, me: Person): void =>
	happen(world, { kind: 'filters_changed', to: me.id });

export function makeFilter(
	world: World,
	owner: string,
	title: string,
	context: string[],
	words: string[],
	action: Filter['action'] = 'warn',
): Filter {
	const made: Filter = {
		id: serial(world),
		owner,
		title,
		context,
		action,
		expiresAt: null,
		keywords: words.map((keyword) => ({ id: serial(world), keyword, wholeWord: true })),
		posts: [],
	};
	world.filters.set(made.id, made);
	return made;
}

function apply({ world, input }: Call<typeof V2>, filter: Filter): void {
	filter.title = input.title ?? filter.title;
	filter.context = input.context ?? filter.context;
	filter.action = input.filter_action ?? filter.action;
	if (input.expires_in !== undefined) filter.expiresAt = world.now() + input.expires_in * 1000;
	for (const one of input.keywords_attributes ?? []) {
		const known = filter.keywords.find((keyword) => keyword.id === one.id);
		if (one._destroy) filter.keywords = filter.keywords.filter((keyword) => keyword !== known);
		else if (known) known.keyword = one.keyword ?? known.keyword;
		else
			filter.keywords.push({
				id: serial(world),
				keyword: one.keyword ?? '',
				wholeWord: one.whole_word ?? false,
			});
	}
}

const v2: readonly Route[] = [
	route('GET /api/v2/filters', needs('read:filters', 'filters v2'), ({ world, me }) =>
		ok(
			[...world.filters.values()]
				.filter(({ owner }) => owner === me.id)
				.map((one) => filterEntity(one, true)),
		),
	),
	route('GET /api/v2/filters/:id', needs('read:filters', 'filters v2'), ({ world, me, part }) =>
		ok(filterEntity(own(world, me, part('id')), true)),
	),
	route('POST /api/v2/filters', { ...needs('write:filters', 'filters v2'), input: V2 }, (call) => {
		const { world, me, input } = call;
		if (!input.title || !input.context || input.context.length === 0)
			throw invalid('Title and context are needed');
		const made = makeFilter(world, me.id, input.title, input.context, []);
		apply(call, made);
		changed(world, me);
		return ok(filterEntity(made, true));
	}),
	route(
		'PUT /api/v2/filters/:id',
		{ ...needs('write:filters', 'filters v2'), input: V2 },
		(call) => {
			const found = own(call.world, call.me, call.part('id'));
			apply(call, found);
			changed(call.world, call.me);
			return ok(filterEntity(found, true));
		},
	),
	route(
		'DELETE /api/v2/filters/:id',
		needs('write:filters', 'filters v2'),
		({ world, me, part }) => {
			world.filters.delete(own(world, me, part('id')).id);
			changed(world, me);
			return ok({});
		},
	),
	route(
		'POST /api/v2/filters/:id/keywords',
		{ ...needs('write:filters', 'filters v2'), input: { keyword: text, whole_word: flag } },
		({ world, me, part, input }) => {
			if (!input.keyword) throw invalid("Keyword can't be blank");
			const row = {
				id: serial(world),
				keyword: input.keyword,
				wholeWord: input.whole_word ?? false,
			};
			own(world, me, part('id')).keywords.push(row);
			changed(world, me);
			return ok({ id: row.id, keyword: row.keyword, whole_word: row.wholeWord });
		},
	),
	route(
		'POST /api/v2/filters/:id/statuses',
		{ ...needs('write:filters', 'filters v2'), input: { status_id: id } },
		({ world, me, part, input }) => {
			if (!world.posts.has(input.status_id ?? '')) throw recordNotFound();
			const row = { id: serial(world), post: input.status_id ?? '' };
			own(world, me, part('id')).posts.push(row);
			changed(world, me);
			return ok({ id: row.id, status_id: row.post });
		},
	),
];

type Old = { filter: Filter; keyword: Filter['keywords'][number] };
const old = ({ filter, keyword }: Old) => ({
	id: keyword.id,
	phrase: keyword.keyword,
	context: filter.context,
	whole_word: keyword.wholeWord,
	expires_at: isoOrNull(filter.expiresAt),
	irreversible: filter.action === 'hide',
});

const olds = (world: World, me: Person): Old[] =>
	[...world.filters.values()]
		.filter(({ owner }) => owner === me.id)
		.flatMap((filter) => filter.keywords.map((keyword) => ({ filter, keyword })));

const v1: readonly Route[] = [
	route('GET /api/v1/filters', needs('read:filters', 'filters v1'), ({ world, me }) =>
		ok(olds(world, me).map(old)),
	),
	route('GET /api/v1/filters/:id', needs('read:filters', 'filters v1'), ({ world, me, part }) => {
		const found = olds(world, me).find(({ keyword }) => keyword.id === part('id'));
		if (!found) throw recordNotFound();
		return ok(old(found));
	}),
	route(
		'POST /api/v1/filters',
		{ ...needs('write:filters', 'filters v1'), input: V1 },
		({ world, me, input }) => {
			if (!input.phrase || !input.context) throw invalid('Phrase and context are needed');
			const made = makeFilter(
				world,
				me.id,
				input.phrase,
				input.context,
				[input.phrase],
				input.irreversible ? 'hide' : 'warn',
			);
			changed(world, me);
			const [keyword] = made.keywords;
			if (!keyword) throw recordNotFound();
			return ok(old({ filter: made, keyword }));
		},
	),
	route(
		'DELETE /api/v1/filters/:id',
		needs('write:filters', 'filters v1'),
		({ world, me, part }) => {
			const found = olds(world, me).find(({ keyword }) => keyword.id === part('id'));
			if (!found) throw recordNotFound();
			world.filters.delete(found.filter.id);
			return ok({});
		},
	),
];

export const FILTER_ROUTES: readonly Route[] = [...v2, ...v1];
