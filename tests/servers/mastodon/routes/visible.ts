import { recordNotFound } from '../http/route';
import type { Person, Post, World } from '../model';
import { maySee } from '../world';

/** A post the viewer may see, or 404, which tells nothing. */
export function visible(world: World, viewer: Person | undefined, wanted: string): Post {
	const post = world.posts.get(wanted);
	if (!post || !maySee(world, viewer, post)) throw recordNotFound();
	return post;
}
