import { iso } from '../entities/account';
import { list, object, oneOf, text } from '../http/fields';
import { ok, type Route, route } from '../http/route';
import type { Person, World } from '../model';

const MARKERS = { timeline: list(oneOf('home', 'notifications')) };
const marker = (world: World, me: Person, name: string) => {
	const row = world.markers.get(`${me.id} ${name}`);
	return row
		? { [name]: { last_read_id: row.last, version: row.version, updated_at: iso(row.at) } }
		: {};
};

export const MARKER_ROUTES: readonly Route[] = [
	route(
		'GET /api/v1/markers',
		{ auth: 'user', scope: 'read:statuses', input: MARKERS, feature: 'markers' },
		({ world, me, input }) =>
			ok(Object.assign({}, ...(input.timeline ?? []).map((name) => marker(world, me, name)))),
	),
	route(
		'POST /api/v1/markers',
		{
			auth: 'user',
			scope: 'write:statuses',
			input: { home: lastRead(), notifications: lastRead() },
			feature: 'markers',
		},
		({ world, me, input }) => {
			const names = (['home', 'notifications'] as const).filter(
				(name) => input[name]?.last_read_id !== undefined,
			);
			for (const name of names) {
				const key = `${me.id} ${name}`;
				const version = (world.markers.get(key)?.version ?? -1) + 1;
				world.markers.set(key, { last: input[name]?.last_read_id ?? '', version, at: world.now() });
			}
			return ok(Object.assign({}, ...names.map((name) => marker(world, me, name))));
		},
	),
];

function lastRead() {
	return object({ last_read_id: text });
}
