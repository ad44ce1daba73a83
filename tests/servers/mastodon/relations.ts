import { makeSerial } from './ids';
import type { Follow, Person, World } from './model';
import { notify } from './notices';
import { isLocal, pair } from './world';

type Wishes = {
	reblogs?: boolean | undefined;
	notify?: boolean | undefined;
	languages?: string[] | undefined;
	quiet?: boolean;
	at?: number;
};

/** Follows, or asks to when the other is locked or lives elsewhere until that server has agreed. */
export function follow(world: World, by: Person, about: Person, wishes: Wishes): void {
	const known = world.follows.get(pair(by, about)) ?? world.asked.get(pair(by, about));
	if (known) {
		known.reblogs = wishes.reblogs ?? known.reblogs;
		known.notify = wishes.notify ?? known.notify;
		known.languages = wishes.languages ?? known.languages;
		return;
	}
	const row = rowFor(world, wishes);
	const waits = about.locked || (isLocal(by) && !isLocal(about));
	(waits && !wishes.quiet ? world.asked : world.follows).set(pair(by, about), row);
	if (wishes.quiet) return;
	if (!isLocal(about)) {
		world.send({ type: 'Follow', by, about });
		return;
	}
	notify(world, { to: about.id, type: waits ? 'follow_request' : 'follow', from: by.id });
	if (!waits && !isLocal(by)) world.send({ type: 'Accept', by: about, about: by });
}

function rowFor(world: World, wishes: Wishes): Follow {
	const at = wishes.at ?? world.now();
	return {
		at,
		id: makeSerial(world, at),
		reblogs: wishes.reblogs ?? true,
		notify: wishes.notify ?? false,
		languages: wishes.languages ?? null,
	};
}

/** A request, open until the other says something. */
export function ask(world: World, by: Person, about: Person, at = world.now()): void {
	world.asked.set(pair(by, about), rowFor(world, { at }));
	notify(world, { to: about.id, type: 'follow_request', from: by.id, at, quiet: true });
}

export function acceptFollow(world: World, about: Person, by: Person): boolean {
	const row = world.asked.get(pair(by, about));
	if (!row) return false;
	world.asked.delete(pair(by, about));
	world.follows.set(pair(by, about), row);
	dropRequestNotice(world, about, by);
	if (isLocal(about)) {
		notify(world, { to: about.id, type: 'follow', from: by.id });
		if (!isLocal(by)) world.send({ type: 'Accept', by: about, about: by });
	}
	return true;
}

export function refuseFollow(world: World, about: Person, by: Person): boolean {
	const asked = world.asked.delete(pair(by, about));
	const followed = world.follows.delete(pair(by, about));
	dropRequestNotice(world, about, by);
	if (isLocal(about) && !isLocal(by)) world.send({ type: 'Reject', by: about, about: by });
	return asked || followed;
}

function dropRequestNotice(world: World, about: Person, by: Person): void {
	world.notices = world.notices.filter(
		(notice) => notice.type !== 'follow_request' || notice.to !== about.id || notice.from !== by.id,
	);
}

export function unfollow(world: World, by: Person, about: Person): void {
	const had = world.follows.delete(pair(by, about));
	const asked = world.asked.delete(pair(by, about));
	for (const list of world.lists.values()) if (list.owner === by.id) list.members.delete(about.id);
	if ((had || asked) && isLocal(by) && !isLocal(about)) world.send({ type: 'Unfollow', by, about });
}

export function block(world: World, by: Person, about: Person): void {
	unfollow(world, by, about);
	refuseFollow(world, by, about);
	world.blocks.set(pair(by, about), { id: makeSerial(world, world.now()) });
	world.notices = world.notices.filter(({ to, from }) => to !== by.id || from !== about.id);
}
