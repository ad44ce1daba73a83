import { describe, expect, it } from 'vitest';
import type { Draft } from '../../lib/model';
import { newDraft } from '../../lib/outbox';
import type { DraftSaved } from '../../lib/store';
import { isEmpty, Writer } from './writer';

/** A store of one draft, whose writes are answered when the test says so. */
function shelf() {
	let stored: Draft | undefined;
	const waiting: (() => void)[] = [];
	return {
		get stored() {
			return stored;
		},
		set stored(draft: Draft | undefined) {
			stored = draft;
		},
		save: (draft: Draft): Promise<DraftSaved> =>
			new Promise((resolve) => {
				waiting.push(() => {
					if ((stored?.rev ?? 0) !== draft.rev) resolve({ conflict: stored });
					else {
						stored = { ...draft, rev: draft.rev + 1 };
						resolve({ saved: stored });
					}
				});
			}),
		writes: () => waiting.length,
		async answer() {
			waiting.shift()?.();
			for (let turns = 0; turns < 10; turns++) await Promise.resolve();
		},
	};
}

const quiet = () => undefined;

describe('what is typed into a draft', () => {
	it('is noted in the turn of the key, until all of it is stored', async () => {
		const disk = shelf();
		const noted: (string | undefined)[] = [];
		const writer = new Writer(newDraft(), disk.save, quiet, (draft, flying) =>
			noted.push(draft && `${draft.rev} ${draft.text} ${flying}`),
		);
		writer.change({ text: 'a' });
		expect(noted.at(-1)).toBe('0 a a');
		writer.change({ text: 'ab' });
		expect(noted.at(-1)).toBe('0 ab a');
		await disk.answer();
		expect(noted.at(-1)).toBe('1 ab ab');
		await disk.answer();
		expect(noted.at(-1)).toBeUndefined();
	});

	it('is written at once, and what comes meanwhile in one write after it', async () => {
		const disk = shelf();
		const writer = new Writer(newDraft(), disk.save, quiet);
		writer.change({ text: 'a' });
		writer.change({ text: 'ab' });
		writer.change({ text: 'abc' });
		expect(disk.writes()).toBe(1);
		await disk.answer();
		expect(disk.stored?.text).toBe('a');
		expect(writer.kept).toBe('saving');
		await disk.answer();
		expect(disk.stored?.text).toBe('abc');
		expect(disk.writes()).toBe(0);
		expect(writer.kept).toBe('saved');
		expect((await writer.settled())?.rev).toBe(2);
	});

	it('is not lost while a write is answered', async () => {
		const disk = shelf();
		const writer = new Writer(newDraft(), disk.save, quiet);
		writer.change({ text: 'a' });
		writer.change({ text: 'ab' });
		await disk.answer();
		expect(writer.draft.text).toBe('ab');
	});

	it('stops at what another page wrote, and goes on as the person says', async () => {
		for (const which of ['theirs', 'mine'] as const) {
			const disk = shelf();
			const writer = new Writer(newDraft(), disk.save, quiet);
			writer.change({ text: 'first' });
			await disk.answer();
			if (disk.stored) disk.stored = { ...disk.stored, rev: 7, text: 'elsewhere' };
			writer.change({ text: 'here' });
			await disk.answer();
			expect(writer.kept).toBe('conflict');
			expect(disk.stored?.text).toBe('elsewhere');
			expect(await writer.settled()).toBeUndefined();
			writer.resolve(which);
			await disk.answer();
			expect(disk.stored?.text).toBe(which === 'mine' ? 'here' : 'elsewhere');
			expect(writer.draft.text).toBe(disk.stored?.text);
			writer.change({ text: 'on' });
			await disk.answer();
			expect(disk.stored?.text).toBe('on');
		}
	});

	it('follows another page while nothing here waits', async () => {
		const disk = shelf();
		const writer = new Writer(newDraft(), disk.save, quiet);
		writer.change({ text: 'first' });
		writer.heard({ ...writer.draft, rev: 9, text: 'too early' });
		expect(writer.draft.text).toBe('first');
		await disk.answer();
		writer.heard({ ...writer.draft, rev: 9, text: 'elsewhere' });
		expect(writer.draft.text).toBe('elsewhere');
		writer.heard({ ...writer.draft, rev: 3, text: 'old news' });
		expect(writer.draft.text).toBe('elsewhere');
	});

	it('says that a write failed, and writes again', async () => {
		let fails = true;
		const disk = shelf();
		const writer = new Writer(
			newDraft(),
			(draft) => (fails ? Promise.reject(new Error('full')) : disk.save(draft)),
			quiet,
		);
		writer.change({ text: 'a' });
		expect(await writer.settled()).toBeUndefined();
		expect(writer.kept).toBe('failed');
		fails = false;
		writer.retry();
		await disk.answer();
		expect(disk.stored?.text).toBe('a');
		expect(writer.kept).toBe('saved');
	});

	it('is a draft of its own when the other page sent the one that it was', async () => {
		const disk = shelf();
		const sent = { ...newDraft({ text: 'a', enqueuedAt: 1 }), rev: 2 };
		disk.stored = sent;
		const writer = new Writer({ ...sent, rev: 1 }, disk.save, quiet);
		writer.change({ text: 'a and b' });
		await disk.answer();
		expect(writer.kept).toBe('conflict');
		writer.resolve('mine');
		expect(writer.draft).toMatchObject({ text: 'a and b', rev: 0 });
		expect(writer.draft.id).not.toBe(sent.id);
		expect(writer.draft).not.toHaveProperty('enqueuedAt');
	});
});

describe('what stood there before anybody wrote', () => {
	const given = newDraft({ text: 'Their page' });

	it('is stored with what is written to it, not before', async () => {
		const disk = shelf();
		const noted: unknown[] = [];
		const writer = new Writer(given, disk.save, quiet, (draft) => noted.push(draft));
		writer.change({ targets: ['x'], guess: { language: 'en', reliable: true } });
		expect([disk.writes(), noted, writer.kept]).toEqual([0, [], 'new']);
		writer.change({ text: 'Read Their page' });
		await disk.answer();
		expect(disk.stored).toMatchObject({ text: 'Read Their page', targets: ['x'] });
		writer.change({ text: 'Their page' });
		expect(disk.writes(), 'somebody wrote it so').toBe(1);
	});

	it.each([
		['a time', { scheduledAt: 1 }],
		['a warning', { warning: 'w' }],
	])('is stored with %s', (_, change) => {
		const disk = shelf();
		new Writer(given, disk.save, quiet).change(change);
		expect(disk.writes()).toBe(1);
	});

	it('is stored to be sent as it is', async () => {
		const disk = shelf();
		const settled = new Writer(given, disk.save, quiet).settled();
		await disk.answer();
		expect(await settled).toMatchObject({ text: 'Their page', rev: 1 });
	});
});

it('knows what nobody would miss', () => {
	expect(isEmpty(newDraft({ targets: ['x'] }))).toBe(true);
	expect(isEmpty(newDraft({ text: ' ' }))).toBe(false);
	expect(isEmpty(newDraft({ own: { x: { text: 'for x' } } }))).toBe(false);
});
