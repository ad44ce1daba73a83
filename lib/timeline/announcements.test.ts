import { beforeEach, describe, expect, it } from 'vitest';
import { openSquare, type Square } from '../../tests/fixtures/square';
import type { Announcement } from '../model';
import { putAnnouncements } from '../store';
import { announcements, readAnnouncement } from '.';

const ANN = 'https://one.example/ann';
const BEN = 'https://one.example/ben';
const FAR = 'https://two.example/me';
let square: Square;

beforeEach(async () => {
	square = await openSquare([ANN, BEN, FAR]);
});

async function announce(by: string, id: string, more: Partial<Announcement> = {}): Promise<void> {
	const content = { text: `Announcement ${id} of ${new URL(by).host}` };
	await putAnnouncements(by, [{ by, id, content, publishedAt: 1000, ...more }]);
}

async function shown() {
	return (await announcements()).map(({ host, id, by, read }) => ({ host, id, by, read }));
}

describe('an announcement', () => {
	it('is shown once for all accounts of a server, and apart from those of others', async () => {
		for (const by of [ANN, BEN, FAR]) await announce(by, '7');
		expect(await shown()).toEqual([
			{ host: 'one.example', id: '7', by: [ANN, BEN], read: undefined },
			{ host: 'two.example', id: '7', by: [FAR], read: undefined },
		]);
	});

	it('is read for all accounts of its server, and for no other', async () => {
		for (const by of [ANN, BEN, FAR]) await announce(by, '7');
		const [one] = await announcements();
		if (one) await readAnnouncement(one);
		expect((await shown()).map(({ read }) => read)).toEqual([true, undefined]);
		expect(square.reactions).toEqual([
			{ type: 'readAnnouncement', id: '7' },
			{ type: 'readAnnouncement', id: '7' },
		]);
	});

	it.each([
		[ANN, BEN],
		[BEN, ANN],
	])('that was read elsewhere through %s is read', async (read, unread) => {
		await announce(read, '7', { read: true });
		await announce(unread, '7');
		expect((await shown()).map((one) => one.read)).toEqual([true]);
	});

	it('that no account may mark is unread again, and says why', async () => {
		for (const by of [ANN, BEN]) await announce(by, '7');
		square.refusal = 'Not today';
		const [one] = await announcements();
		await expect(readAnnouncement({ by: one?.by ?? [], id: '7' })).rejects.toThrow();
		expect((await shown()).map(({ read }) => read)).toEqual([undefined]);
	});

	it('that one account cannot mark is read through the other', async () => {
		for (const by of [ANN, BEN]) await announce(by, '7');
		square.weather.set(ANN, 'down');
		const [one] = await announcements();
		await readAnnouncement({ by: one?.by ?? [], id: '7' });
		expect((await shown()).map(({ read }) => read)).toEqual([true]);
	});

	it('that has ended is gone', async () => {
		await announce(ANN, '7', { endsAt: 1001 });
		expect(await shown()).toEqual([]);
	});
});
