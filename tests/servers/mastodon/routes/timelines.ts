import { status } from '../entities/status';
import { flag, list, text } from '../http/fields';
import { cut, PAGING, paged } from '../http/paging';
import { type Answer, type Call, Refusal, type Route, recordNotFound, route } from '../http/route';
import type { Post, World } from '../model';
import { inHome, inList, inPublic, inTag, select } from '../timelines';

const USUAL = { usual: 20, most: 40 };
const PUBLIC = { ...PAGING, local: flag, remote: flag, only_media: flag };
const TAG = { ...PUBLIC, any: list(text), all: list(text), none: list(text) };

function posts(call: Call<typeof PAGING>, found: Post[]): Answer {
	const page = cut(found, call.input, USUAL, (post) => post.id);
	return paged(call, page, (post) => status(call.world, post, call.viewer));
}

type TagsAsked = {
	first: string;
	any?: string[] | undefined;
	all?: string[] | undefined;
	none?: string[] | undefined;
};

const fitsTags = (
	post: Post,
	asked: TagsAsked,
	has: (post: Post, tag: string) => boolean,
): boolean =>
	[asked.first, ...(asked.any ?? [])].some((tag) => has(post, tag)) &&
	(asked.all ?? []).every((tag) => has(post, tag)) &&
	!(asked.none ?? []).some((tag) => has(post, tag));

function fitsPlace(world: World, post: Post, input: Call<typeof PUBLIC>['input']): boolean {
	const isHere = world.people.get(post.author)?.host === null;
	if ((input.local && !isHere) || (input.remote && isHere)) return false;
	return !input.only_media || post.media.length > 0;
}

export const TIMELINE_ROUTES: readonly Route[] = [
	route(
		'GET /api/v1/timelines/home',
		{ auth: 'user', scope: 'read:statuses', input: { ...PAGING, local: flag, remote: flag } },
		(call) =>
			posts(
				call,
				select(call.world, (post) => inHome(call.world, call.me, post)),
			),
	),
	route(
		'GET /api/v1/timelines/public',
		{ auth: 'open timelines', scope: 'read:statuses', input: PUBLIC },
		(call) => {
			const { world, viewer, input } = call;
			if (input.remote && !world.traits.federates) {
				throw new Refusal(422, 'This feed is disabled on this server');
			}
			const kind = { local: input.local, remote: input.remote, onlyMedia: input.only_media };
			return posts(
				call,
				select(world, (post) => inPublic(world, viewer, post, kind)),
			);
		},
	),
	route(
		'GET /api/v1/timelines/tag/:tag',
		{ auth: 'open timelines', scope: 'read:statuses', input: TAG, feature: 'tag timeline' },
		(call) => {
			const { world, viewer, input } = call;
			const has = (post: Post, tag: string): boolean => inTag(world, viewer, post, tag);
			const asked = { ...input, first: call.part('tag') };
			const found = select(
				world,
				(post) => fitsTags(post, asked, has) && fitsPlace(world, post, input),
			);
			return posts(call, found);
		},
	),
	route(
		'GET /api/v1/timelines/list/:id',
		{ auth: 'user', scope: 'read:lists', input: PAGING, feature: 'lists' },
		(call) => {
			const found = call.world.lists.get(call.part('id'));
			if (found?.owner !== call.me.id) throw recordNotFound();
			return posts(
				call,
				select(call.world, (post) => inList(call.world, found, post)),
			);
		},
	),
];
