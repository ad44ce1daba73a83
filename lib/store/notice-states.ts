import type { AccountUri } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { NoticeState } from './live-schema';
import { counted, type Failure } from './sources';

export async function readNoticeState(by: AccountUri): Promise<NoticeState | undefined> {
	return (await database()).get('noticeStates', by);
}

export async function noticeStates(): Promise<NoticeState[]> {
	return (await database()).getAll('noticeStates');
}

/** Writes down that an account's notices could not be fetched. */
export async function noteNoticeFailure(by: AccountUri, failure: Failure): Promise<void> {
	await atOnce(['noticeStates'], async (tx) => {
		const store = tx.objectStore('noticeStates');
		const before = (await store.get(by)) ?? { by };
		await store.put({ ...before, failure: counted(before.failure, failure) });
	});
	announce('notices');
}
