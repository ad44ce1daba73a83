import type { Notice, Person, World } from '../model';
import { personOf } from '../world';
import { account, iso, shownId } from './account';
import { status } from './status';

function special(world: World, notice: Notice) {
	const { warning, severed } = notice;
	return {
		...(warning
			? {
					moderation_warning: {
						id: warning.id,
						action: warning.action,
						text: warning.text,
						status_ids: warning.posts,
						target_account: account(world, personOf(world, notice.to)),
						appeal: null,
						created_at: iso(notice.at),
					},
				}
			: {}),
		...(severed
			? {
					event: {
						id: severed.id,
						type: severed.type,
						purged: severed.purged,
						target_name: severed.target,
						followers_count: severed.followers,
						following_count: severed.following,
						created_at: iso(notice.at),
					},
				}
			: {}),
	};
}

/** Notification of v1. */
export function notification(world: World, notice: Notice, viewer: Person) {
	const post = notice.post === null ? undefined : world.posts.get(notice.post);
	return {
		id: notice.id,
		type: notice.type,
		created_at: iso(notice.at),
		...(world.traits.lacks.includes('grouped notifications') ? {} : { group_key: notice.group }),
		account: account(world, personOf(world, notice.from)),
		...(post ? { status: status(world, post, viewer) } : {}),
		...special(world, notice),
	};
}

/** One group of v2, its notices newest first. */
export function notificationGroup(world: World, notices: readonly Notice[]) {
	const [newest] = notices;
	const oldest = notices.at(-1);
	if (!newest || !oldest) throw new Error('A group of no notices.');
	return {
		group_key: newest.group,
		notifications_count: notices.length,
		type: newest.type,
		most_recent_notification_id: newest.id,
		page_min_id: oldest.id,
		page_max_id: newest.id,
		latest_page_notification_at: iso(newest.at),
		sample_account_ids: [...new Set(notices.map(({ from }) => shownId(world, from)))].slice(0, 8),
		...(newest.post === null ? {} : { status_id: newest.post }),
		...special(world, newest),
	};
}
