import { beforeEach, describe, expect, it } from 'vitest';
import { openSquare, type Square } from '../../tests/fixtures/square';
import type { Notice } from '../model';
import { putNotices } from '../store';
import {
	fetchNotices,
	fetchOlderNotices,
	lookedAtNotices,
	newNoticeCount,
	noticeSourceStates,
	notices,
} from '.';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
let square: Square;

beforeEach(async () => {
	square = await openSquare([A, B]);
});

async function ids(n: number): Promise<string[]> {
	const all: string[] = [];
	let before: { at: number; id: string } | undefined;
	for (;;) {
		const page = await notices(before, n);
		all.push(...page.map(({ id }) => id));
		const last = page.at(-1);
		if (!last || page.length < n) return all;
		before = { at: last.at, id: last.id };
	}
}

describe('notices', () => {
	it('of all accounts are one list, with people, post and my handle', async () => {
		const post = square.publish([A]);
		square.notify(A, 'mention', ['bea'], post);
		square.notify(B, 'follow', ['cem']);
		await fetchNotices(A);
		await fetchNotices(B);
		const all = await notices(undefined, 10);
		expect(all.map(({ me, kind }) => [me, kind])).toEqual([
			['me@two.example', 'follow'],
			['me@one.example', 'mention'],
		]);
		expect(all[1]?.accounts.map(({ name }) => name)).toEqual(['bea']);
		expect(all[1]?.shownPost?.post.key).toBe(post);
	});

	it.each([[1], [3], [50]])(
		'are read in pages of %i without gap or double, ties included',
		async (n) => {
			for (let i = 0; i < 23; i++) square.notify(A, 'follow', ['bea']);
			const list = square.notices.get(A) ?? [];
			square.notices.set(
				A,
				list.map((notice, i) => (i < 12 ? { ...notice, at: list[0]?.at ?? 0 } : notice)),
			);
			await fetchNotices(A);
			while (!(await fetchOlderNotices(A)).end);
			const found = await ids(n);
			expect(new Set(found)).toEqual(new Set(list.map(({ id }) => id)));
			expect(found.length).toBe(23);
		},
	);

	it('miss nothing after a long absence', async () => {
		square.notify(A, 'follow', ['bea']);
		await fetchNotices(A);
		for (let i = 0; i < 40; i++) square.notify(A, 'follow', ['bea']);
		await fetchNotices(A);
		expect((await ids(50))[0]).toBe(square.notices.get(A)?.[0]?.id);
		while (!(await fetchOlderNotices(A)).end);
		expect((await ids(50)).length).toBe(41);
	});

	it('are new until they were looked at; those from before signing in never, a group that grew again', async () => {
		square.notify(A, 'follow', ['bea']);
		await fetchNotices(A);
		expect(await newNoticeCount()).toBe(0);
		const group = square.notify(A, 'favourite', ['bea']);
		square.notify(A, 'follow', ['cem']);
		await fetchNotices(A);
		expect(await newNoticeCount()).toBe(2);
		await lookedAtNotices();
		expect(await newNoticeCount()).toBe(0);
		const others = (square.notices.get(A) ?? []).filter(({ id }) => id !== group.id);
		square.notices.set(A, [{ ...group, cursorId: '999', count: 2, at: group.at + 1 }, ...others]);
		await fetchNotices(A);
		expect(await newNoticeCount()).toBe(1);
		expect((await notices(undefined, 9)).filter(({ id }) => id === group.id)[0]?.count).toBe(2);
	});

	it('tell a stranger, who is not counted, from whom I follow and from whom nothing is known', async () => {
		await fetchNotices(A);
		for (const who of ['bea', 'cem', 'dan']) square.notify(A, 'mention', [who]);
		const between = { by: A, localId: '1' };
		square.relationships.push(
			{ ...between, account: 'https://far.example/bea', following: true },
			{ ...between, account: 'https://far.example/cem', followedBy: true },
		);
		await fetchNotices(A);
		expect(await newNoticeCount()).toBe(2);
		const found = await notices(undefined, 9);
		expect(found.map(({ people, stranger }) => [people[0]?.slice(-3), stranger])).toEqual([
			['dan', undefined],
			['cem', true],
			['bea', undefined],
		]);
	});

	it('keep who was known of a group when a page holds fewer of them', async () => {
		await fetchNotices(A);
		const group = square.notify(A, 'favourite', ['cem', 'bea']);
		await fetchNotices(A);
		// The page ends in the middle of the group: its newest part, then an older one.
		const far = (name: string) => `https://far.example/${name}`;
		const readAt = group.at + 1;
		const part = (more: Partial<Notice>) => ({
			notices: [{ ...group, count: 1, ...more }],
			posts: [],
			accounts: [],
		});
		const page = part({ people: [far('cem')] });
		await putNotices({ by: A, how: 'newest', readAt, page });
		const older = part({ people: [far('dan')], cursorId: '0', at: group.at - 1 });
		await putNotices({ by: A, how: 'older', readAt, page: older });
		const [shown] = await notices(undefined, 9);
		expect(shown?.people).toEqual([far('cem'), far('bea'), far('dan')]);
		expect(shown).toMatchObject({ count: 3, fresh: 1, cursorId: group.cursorId, at: group.at });
	});

	it('that were looked at are marked on servers that keep it, and nowhere else', async () => {
		await square.offers(A, 'markers');
		for (const by of [A, B]) await fetchNotices(by);
		for (const by of [A, B]) for (let i = 0; i < 9; i++) square.notify(by, 'follow', ['bea']);
		for (const by of [A, B]) await fetchNotices(by);
		await lookedAtNotices();
		expect([...square.markers]).toEqual([[A, square.notices.get(A)?.[0]?.cursorId]]);
		square.markers.clear();
		await lookedAtNotices();
		expect(square.markers.size).toBe(0);
	});

	it('that another program has shown, and that did not come here, stay marked there', async () => {
		await square.offers(A, 'markers');
		await fetchNotices(A);
		for (let i = 0; i < 2; i++) square.notify(A, 'follow', ['bea']);
		await fetchNotices(A);
		const { cursorId } = square.notify(A, 'follow', ['cal']);
		square.markers.set(A, cursorId);
		await lookedAtNotices();
		expect(square.markers.get(A)).toBe(cursorId);
	});

	it('that another program has shown are not new; a server without an answer holds up nothing', async () => {
		await square.offers(A, 'markers');
		await fetchNotices(A);
		for (let i = 0; i < 12; i++) square.notify(A, 'follow', ['bea']);
		const ids = (square.notices.get(A) ?? []).map(({ cursorId }) => cursorId);
		square.markers.set(A, ids[3] ?? '');
		await fetchNotices(A);
		expect(await newNoticeCount()).toBe(3);
		square.weather.set(A, 'down');
		await lookedAtNotices();
		expect(await newNoticeCount()).toBe(0);
		expect(square.markers.get(A)).toBe(ids[3]);
	});

	it('a failure is written down and gone with the next answer', async () => {
		square.weather.set(A, 'down');
		await expect(fetchNotices(A)).rejects.toMatchObject({ kind: 'unreachable' });
		expect((await noticeSourceStates())[0]?.failure?.count).toBe(1);
		square.weather.delete(A);
		await fetchNotices(A);
		expect((await noticeSourceStates())[0]?.failure).toBeUndefined();
	});
});
