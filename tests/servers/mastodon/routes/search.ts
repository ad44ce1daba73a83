import { account } from '../entities/account';
import { status } from '../entities/status';
import { tag } from '../entities/tag';
import { fetchPost } from '../federation';
import { flag, id, integer, oneOf, text } from '../http/fields';
import { PAGING } from '../http/paging';
import { type Answer, type Call, ok, Refusal, type Route, route } from '../http/route';
import type { Person, World } from '../model';
import { select, welcome } from '../timelines';
import { byUri, maySee } from '../world';
import { searchPeople } from './accounts';

const SEARCH = {
	...PAGING,
	q: text,
	type: oneOf('accounts', 'hashtags', 'statuses'),
	resolve: flag,
	following: flag,
	account_id: id,
	exclude_unreviewed: flag,
	offset: integer,
};

function search({ world, viewer, input }: Call<typeof SEARCH>): Answer {
	const query = (input.q ?? '').trim();
	if (query === '') throw new Refusal(400, 'missing parameter q', { problem: true });
	if (!viewer && (input.resolve || input.offset))
		throw new Refusal(401, 'Search queries pagination is not supported without authentication');
	const wants = (type: string): boolean => input.type === undefined || input.type === type;
	const isUrl = /^https?:\/\//.test(query);
	const limit = Math.min(input.limit ?? 20, 40);
	const within = <T>(found: readonly T[]): T[] =>
		found.slice(input.offset ?? 0, (input.offset ?? 0) + limit);
	const people = wants('accounts') ? searchPeople(world, query, input.resolve ?? false) : [];
	const bare = query.replace(/^#/, '').toLowerCase();
	const names = new Set(
		[...world.posts.values()].flatMap((post) => post.tags).filter((name) => name.includes(bare)),
	);
	return ok({
		accounts: within(people).map((one) => account(world, one)),
		statuses: wants('statuses')
			? within(searchPosts(world, viewer, query, isUrl, input.resolve ?? false)).map((post) =>
					status(world, post, viewer),
				)
			: [],
		hashtags:
			wants('hashtags') && !isUrl ? within([...names]).map((name) => tag(world, name, viewer)) : [],
	});
}

/** By URL (fetched from a connected server if `resolve`), else in one's own and public posts. */
function searchPosts(
	world: World,
	viewer: Person | undefined,
	query: string,
	isUrl: boolean,
	resolve: boolean,
) {
	if (isUrl) {
		const found = byUri(world.posts, query) ?? (resolve ? fetchPost(world, query) : undefined);
		return found && maySee(world, viewer, found) ? [found] : [];
	}
	if (!viewer) return [];
	const words = query.toLowerCase().split(/\s+/);
	return select(
		world,
		(post) =>
			post.boostOf === null &&
			welcome(world, viewer, post) &&
			words.every((word) => post.text.toLowerCase().includes(word)),
	);
}

export const SEARCH_ROUTES: readonly Route[] = [
	route(
		'GET /api/v2/search',
		{ auth: 'maybe', scope: 'read:search', input: SEARCH, feature: 'search v2' },
		search,
	),
];
