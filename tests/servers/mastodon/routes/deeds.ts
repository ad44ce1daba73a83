import { status } from '../entities/status';
import { oneOf } from '../http/fields';
import { invalid, ok, type Route, recordNotFound, route } from '../http/route';
import { makeSerial } from '../ids';
import type { Person, Post, World } from '../model';
import { boost, favourite, remove } from '../publish';
import { select } from '../timelines';
import { visible } from './visible';

/** The post that is meant when somebody acts on a boost of it. */
const meant = (world: World, post: Post): Post => world.posts.get(post.boostOf ?? '') ?? post;

type Deed = { scope: string; run: (world: World, me: Person, post: Post) => Post };
const unmark = (marks: World['favourites'], me: Person, post: Post): World['favourites'] =>
	marks.filter((mark) => mark.person !== me.id || mark.post !== post.id);

const DEEDS: Readonly<Record<string, Deed>> = {
	favourite: {
		scope: 'write:favourites',
		run: (world, me, post) => {
			favourite(world, me, post);
			return post;
		},
	},
	unfavourite: {
		scope: 'write:favourites',
		run: (world, me, post) => {
			world.favourites = unmark(world.favourites, me, post);
			world.send({ type: 'Unlike', by: me, post });
			return post;
		},
	},
	bookmark: {
		scope: 'write:bookmarks',
		run: (world, me, post) => {
			const had = world.bookmarks.some((mark) => mark.person === me.id && mark.post === post.id);
			if (!had)
				world.bookmarks.push({ id: makeSerial(world, world.now()), person: me.id, post: post.id });
			return post;
		},
	},
	unbookmark: {
		scope: 'write:bookmarks',
		run: (world, me, post) => {
			world.bookmarks = unmark(world.bookmarks, me, post);
			return post;
		},
	},
	reblog: {
		scope: 'write:statuses',
		run: (world, me, post) => {
			const closed =
				post.visibility === 'direct' || (post.visibility === 'private' && post.author !== me.id);
			if (closed) throw recordNotFound();
			return boost(world, me, post);
		},
	},
	unreblog: {
		scope: 'write:statuses',
		run: (world, me, post) => {
			for (const other of world.posts.values()) {
				if (other.boostOf === post.id && other.author === me.id) remove(world, other);
			}
			return post;
		},
	},
	mute: {
		scope: 'write:mutes',
		run: (world, me, post) => {
			world.quiet.add(`${me.id} ${post.id}`);
			return post;
		},
	},
	unmute: {
		scope: 'write:mutes',
		run: (world, me, post) => {
			world.quiet.delete(`${me.id} ${post.id}`);
			return post;
		},
	},
	pin: { scope: 'write:accounts', run: (world, me, post) => pin(world, me, post, true) },
	unpin: { scope: 'write:accounts', run: (world, me, post) => pin(world, me, post, false) },
};

function pin(world: World, me: Person, post: Post, pinned: boolean): Post {
	if (post.author !== me.id) throw invalid("Someone else's post cannot be pinned");
	if (pinned && post.visibility === 'direct')
		throw invalid('Posts that are only visible to mentioned users cannot be pinned');
	const count = select(world, (other) => other.author === me.id && other.pinned).length;
	if (pinned && !post.pinned && count >= 5)
		throw invalid('You have already pinned the maximum number of posts');
	post.pinned = pinned;
	return post;
}

export const DEED_ROUTES: readonly Route[] = Object.entries(DEEDS).map(([name, { scope, run }]) =>
	route(
		`POST /api/v1/statuses/:id/${name}`,
		{
			auth: 'user',
			scope,
			...(name === 'reblog'
				? { input: { visibility: oneOf('public', 'unlisted', 'private') } }
				: {}),
		},
		({ world, me, part }) => {
			const post = run(world, me, meant(world, visible(world, me, part('id'))));
			return ok(status(world, post, me));
		},
	),
);
