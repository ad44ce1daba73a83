import { poll } from '../entities/status';
import { integer, list } from '../http/fields';
import { invalid, ok, Refusal, type Route, recordNotFound, route } from '../http/route';
import type { Person, Post, World } from '../model';
import { vote } from '../publish';
import { maySee } from '../world';

function pollPost(world: World, viewer: Person | undefined, wanted: string): Post {
	for (const post of world.posts.values()) {
		if (post.poll?.id === wanted && post.boostOf === null && maySee(world, viewer, post))
			return post;
	}
	throw recordNotFound();
}

export const POLL_ROUTES: readonly Route[] = [
	route(
		'GET /api/v1/polls/:id',
		{ auth: 'open statuses', scope: 'read:statuses', feature: 'polls' },
		({ world, viewer, part }) => ok(poll(world, pollPost(world, viewer, part('id')), viewer)),
	),
	route(
		'POST /api/v1/polls/:id/votes',
		{ auth: 'user', scope: 'write:statuses', input: { choices: list(integer) }, feature: 'polls' },
		({ world, me, part, input }) => {
			const post = pollPost(world, me, part('id'));
			const asked = post.poll;
			const choices = input.choices ?? [];
			if (!asked || choices.length === 0) throw invalid('Choices are needed');
			if (asked.endsAt !== null && asked.endsAt <= world.now())
				throw invalid('The poll has already ended');
			if (asked.votes.has(me.id)) throw invalid('You have already voted on this poll');
			if (post.author === me.id) throw invalid('You cannot vote in your own polls');
			if (
				choices.some((n) => n < 0 || n >= asked.options.length) ||
				(!asked.multiple && choices.length > 1)
			) {
				throw new Refusal(422, 'Validation failed: The chosen vote option does not exist', {
					problem: true,
				});
			}
			vote(world, me, post, choices);
			return ok(poll(world, post, me));
		},
	),
];
