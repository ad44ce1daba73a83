import { expect, it } from 'vitest';
import { MINE, notices } from '../../../../tests/fixtures/atproto-entities/notices';
import { IVO, MARIA, ME } from '../../../../tests/fixtures/atproto-entities/people';
import { BORDER, instant, WORDS } from '../../../../tests/fixtures/atproto-entities/reading';
import { Gathering } from './gathering';
import { readNotices } from './notice';

it('notices of one kind about one post stand together, each with what it is about', () => {
	const into = new Gathering(BORDER);
	const read = readNotices(notices, into);
	expect(read.map(({ kind, post, people, count }) => [kind, post, people, count])).toEqual([
		['favourite', MINE, [MARIA, IVO], 2],
		['repost', MINE, [IVO], 1],
		['follow', undefined, [IVO], 1],
		['mention', `at://${MARIA}/app.bsky.feed.post/3kowrreply22s`, [MARIA], 1],
		['quote', `at://${MARIA}/app.bsky.feed.post/3kowrquote22s`, [MARIA], 1],
		['other', undefined, [IVO], 1],
	]);
	expect(read[0]).toMatchObject({
		by: ME,
		at: instant('2026-11-21T10:00:00.000Z'),
		cursorId: '2026-11-21T10:00:00.000Z',
	});
	expect(read.at(-1)?.name).toBe('starterpack-joined');
	expect(into.relationships([MARIA], WORDS)[0]?.following).toBe(true);
	// The same group on the next page has the same id.
	expect(readNotices(notices.slice(1), into)[0]?.id).toBe(read[0]?.id);
	expect(readNotices([{}, 7, { ...notices[0], author: {} }], into)).toEqual([]);
	expect(into.refused).toBe(3);
});
