import type { Person, World } from '../model';

export const tag = (world: World, name: string, me: Person | undefined) => ({
	id: name.toLowerCase(),
	name: name.toLowerCase(),
	url: `${world.origin}/tags/${encodeURIComponent(name.toLowerCase())}`,
	history: [],
	...(me ? { following: world.followedTags.has(`${me.id} ${name.toLowerCase()}`) } : {}),
});
