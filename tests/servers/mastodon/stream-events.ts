import { account } from './entities/account';
import { notification } from './entities/notice';
import { status } from './entities/status';
import type { Happening, Person, Post, World } from './model';
import { announcementEntity } from './routes/instance';
import { inHome, inList, inPublic, inTag } from './timelines';
import { personOf } from './world';

/** What a socket listens to. */
export type Channel = { stream: string; tag: string | undefined; list: string | undefined };
export type StreamEvent = { event: string; payload?: string };

export const labels = ({ stream, tag, list }: Channel): string[] => [
	stream,
	...(tag ? [tag] : []),
	...(list ? [list] : []),
];

/** What of a happening a person's channel gets, if anything. */
export function eventFor(
	world: World,
	who: Person,
	channel: Channel,
	happening: Happening,
): StreamEvent | undefined {
	switch (happening.kind) {
		case 'update':
		case 'status.update':
			if (!belongs(world, who, channel, happening.post)) return undefined;
			return { event: happening.kind, payload: JSON.stringify(status(world, happening.post, who)) };
		case 'delete':
			if (channel.stream === 'user:notification' || channel.stream === 'direct') return undefined;
			return belongs(world, who, channel, happening.post)
				? { event: 'delete', payload: happening.post.id }
				: undefined;
		default:
			return channel.stream.startsWith('user')
				? personal(world, who, channel, happening)
				: direct(world, who, channel, happening);
	}
}

function personal(
	world: World,
	who: Person,
	channel: Channel,
	happening: Happening,
): StreamEvent | undefined {
	if (happening.kind === 'notification') {
		if (happening.notice.to !== who.id) return undefined;
		return {
			event: 'notification',
			payload: JSON.stringify(notification(world, happening.notice, who)),
		};
	}
	if (channel.stream !== 'user') return undefined;
	if (happening.kind === 'filters_changed')
		return happening.to === who.id ? { event: 'filters_changed' } : undefined;
	if (happening.kind === 'announcement') {
		return {
			event: 'announcement',
			payload: JSON.stringify(announcementEntity(world, happening.announcement, who.id)),
		};
	}
	if (happening.kind !== 'announcement.reaction') return undefined;
	const { announcement, name, count } = happening;
	return {
		event: happening.kind,
		payload: JSON.stringify({ name, count, announcement_id: announcement.id }),
	};
}

function direct(
	world: World,
	who: Person,
	channel: Channel,
	happening: Happening,
): StreamEvent | undefined {
	if (
		channel.stream !== 'direct' ||
		happening.kind !== 'conversation' ||
		happening.conversation.owner !== who.id
	) {
		return undefined;
	}
	const { id, unread, people, last } = happening.conversation;
	const post = world.posts.get(last);
	return {
		event: 'conversation',
		payload: JSON.stringify({
			id,
			unread,
			accounts: people.map((one) => account(world, personOf(world, one))),
			last_status: post ? status(world, post, who) : null,
		}),
	};
}

function belongs(world: World, who: Person, { stream, tag, list }: Channel, post: Post): boolean {
	if (stream === 'user') return inHome(world, who, post);
	if (stream.startsWith('public')) {
		const kind = {
			local: stream.includes('local'),
			remote: stream.includes('remote'),
			onlyMedia: stream.includes('media'),
		};
		return inPublic(world, who, post, kind);
	}
	if (stream.startsWith('hashtag')) {
		const here = personOf(world, post.author).host === null;
		return inTag(world, who, post, tag ?? '') && (stream === 'hashtag' || here);
	}
	const row = list === undefined ? undefined : world.lists.get(list);
	return stream === 'list' && row !== undefined && inList(world, row, post);
}
