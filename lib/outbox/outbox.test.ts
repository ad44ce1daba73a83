import { describe, expect, it } from 'vitest';
import { desk, only, saved, texts } from '../../tests/outbox/desk';
import { readRules } from '../norms/rules';
import { putServer, putSession, readServer, updateSession } from '../store';
import { get, read } from '../timeline';
import {
	answer,
	attention,
	confirmHandedOver,
	deliveries,
	drafts,
	enqueue,
	handOverAddress,
	originAt,
	putFile,
	readDraft,
	readFile,
	reopen,
	saveDraft,
	step,
	targets,
	undo,
	undoable,
	wordsOf,
} from '.';

const { clock, places, machine, mastodon, square, both, sendNow, sent } = desk();
const X = 'window:x';

describe('drafts', () => {
	it('keep what another page wrote, and say so', async () => {
		const one = await saved({ text: 'One' });
		const here = await saveDraft({ ...one, text: 'Here' });
		expect(here).toMatchObject({ saved: { text: 'Here', rev: 2 } });
		expect(await saveDraft({ ...one, text: 'There' })).toMatchObject({
			conflict: { text: 'Here' },
		});
		expect((await readDraft(one.id))?.text).toBe('Here');
	});

	it('keep files by what is in them', async () => {
		const [a, b] = await Promise.all(['same', 'same'].map((text) => putFile(new Blob([text]))));
		expect(a).toBe(b);
		expect(await (await readFile(a ?? ''))?.text()).toBe('same');
		expect(await readFile('none')).toBeUndefined();
	});
});

describe('sending', () => {
	it('goes everywhere at once, stands in the timeline, and is no draft any more', async () => {
		const rows = await sent({ text: 'Hello, everywhere', targets: both() });
		expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
		for (const at of places) expect(texts(at)).toContain('Hello, everywhere');
		for (const { uri = '', url } of rows) {
			expect((await get(uri))?.post.content.text).toBe('Hello, everywhere');
			// Not every network has one page for a post: then it is read here.
			if (uri.startsWith('http')) expect(url).toBe(uri.replace('/users/ada/statuses/', '/@ada/'));
		}
		expect((await read('home', undefined, 9)).map(({ post }) => post.key).sort()).toEqual(
			rows.map(({ uri }) => uri).sort(),
		);
		expect(await drafts()).toEqual([]);
		expect(await attention()).toBe(0);
	});

	it('sends what was frozen, whatever is typed later; and only what was looked at', async () => {
		const draft = await saved({ text: 'As it was', targets: both(), undoSeconds: 5 });
		expect(await enqueue({ ...draft, rev: draft.rev + 1 })).toMatchObject({
			refused: { key: 'outboxDraftChanged' },
		});
		await enqueue(draft);
		expect(await enqueue(draft)).toMatchObject({ refused: { key: 'outboxDraftChanged' } });
		await sendNow();
		expect(texts(mastodon())).not.toContain('As it was');
		await clock.pass(5000);
		await sendNow();
		expect(texts(mastodon()).filter((text) => text === 'As it was')).toHaveLength(1);
	});

	it('refuses what goes nowhere or says nothing', async () => {
		expect(await enqueue(await saved({ text: 'x' }))).toMatchObject({
			refused: { key: 'outboxNoTarget' },
		});
		expect(await enqueue(await saved({ text: ' ', targets: both() }))).toMatchObject({
			refused: { key: 'outboxEmpty' },
		});
	});

	it('lets the others go when one place would refuse; nothing goes when all would', async () => {
		const long = 'x'.repeat(400);
		const rows = await sent({ text: long, targets: both() });
		expect(rows.map(({ state }) => state).sort()).toEqual(['failed', 'sent']);
		const failed = rows.find(({ state }) => state === 'failed');
		expect(failed).toMatchObject({ problem: { key: 'normTooLong' }, target: square().me.account });
		expect(await attention()).toBe(1);
		// What failed is gone on with where it failed, and nowhere else.
		const id = failed?.draft ?? '';
		expect(await reopen(id)).toEqual({ done: true });
		expect(await attention()).toBe(0);
		const [again] = await drafts();
		expect(again).toMatchObject({ id, text: long, targets: [square().me.account] });
		if (!again) throw new Error('no draft');
		// The same words stand elsewhere; others are this place's own.
		const origin = (text: string) => originAt({ ...again, text }, square().me.account);
		expect([origin(long), origin('Shorter')]).toEqual(['several', 'typed']);
		const shorter = await saveDraft({ ...again, text: 'Shorter', undoSeconds: 10 });
		if (!('saved' in shorter)) throw new Error('not saved');
		await enqueue(shorter.saved);
		expect(await undo(id)).toEqual({ done: true });
		await enqueue((await readDraft(id)) ?? again);
		await clock.pass(10_000);
		await sendNow();
		expect([texts(mastodon()).includes('Shorter'), texts(square()).includes('Shorter')]).toEqual([
			false,
			true,
		]);
		expect(await reopen(id)).toMatchObject({ refused: { key: 'outboxTooLate' } });
		const draft = await saved({ text: 'x'.repeat(900), targets: both() });
		expect(await enqueue(draft)).toMatchObject({ refused: { key: 'normTooLong' } });
		expect((await readDraft(draft.id))?.enqueuedAt).toBeUndefined();
	});

	it('can be taken back until its time is over', async () => {
		const draft = await saved({ text: 'Taken back', targets: both(), undoSeconds: 10 });
		expect(await undoable()).toEqual([]);
		await enqueue(draft);
		expect(await drafts()).toEqual([]);
		expect(await undoable()).toEqual([draft.id]);
		expect(await undo(draft.id)).toEqual({ done: true });
		expect(await undoable()).toEqual([]);
		await clock.pass(20_000);
		await sendNow();
		expect((await drafts()).map(({ text }) => text)).toEqual(['Taken back']);
		for (const at of places) expect(texts(at)).not.toContain('Taken back');
		const again = await readDraft(draft.id);
		await enqueue(again ?? draft);
		await clock.pass(20_000);
		expect(await undoable()).toEqual([]);
		await sendNow();
		expect(await undo(draft.id)).toMatchObject({ refused: { key: 'outboxTooLate' } });
		expect(texts(mastodon())).toContain('Taken back');
	});

	it('waits without a network, and goes when there is one', async () => {
		machine.online = false;
		const row = await only(sent({ text: 'Offline', targets: [mastodon().me.account] }));
		expect(row).toMatchObject({ state: 'queued', tries: 0, problem: { key: 'networkOffline' } });
		expect(wordsOf(row, clock.now).key).toBe('outboxLater');
		machine.online = true;
		await clock.pass(Math.max(1, row.dueAt - clock.now));
		await sendNow();
		expect((await only(deliveries())).state).toBe('sent');
	});
});

it('waits for the person to sign in again, and then goes on by itself', async () => {
	const at = mastodon();
	const { session } = at.rows();
	await updateSession(at.me.account, (row) => ({ ...row, state: 'ended' }));
	const draft = await saved({ text: 'Signed out', targets: [at.me.account] });
	expect(await enqueue(draft)).toMatchObject({ refused: { key: 'outboxNoTarget' } });
	await putSession(session, clock.now);
	await enqueue(draft);
	await updateSession(at.me.account, (row) => ({ ...row, state: 'ended' }));
	await sendNow();
	expect(await only(deliveries())).toMatchObject({ state: 'needs-you', needs: 'sign-in' });
	expect(texts(at)).not.toContain('Signed out');
	await putSession(session, clock.now);
	await sendNow();
	expect(texts(at)).toContain('Signed out');
});

describe('a time', () => {
	it('is kept, and judged again then', async () => {
		const scheduledAt = clock.now + 60 * 60_000;
		const row = await only(sent({ text: 'Later', targets: [mastodon().me.account], scheduledAt }));
		expect(row.state).toBe('queued');
		expect(await sendNow()).toBe(scheduledAt);
		await clock.pass(60 * 60_000 + 1000);
		await sendNow();
		expect((await only(deliveries())).state).toBe('sent');
	});

	it('that passed while nobody was there is asked about', async () => {
		const scheduledAt = clock.now + 60_000;
		const { id } = await only(
			sent({ text: 'Late', targets: [mastodon().me.account], scheduledAt }),
		);
		await clock.pass(60 * 60_000);
		await sendNow();
		expect(await only(deliveries())).toMatchObject({ state: 'needs-you', needs: 'late' });
		expect(await attention()).toBe(1);
		expect(texts(mastodon())).not.toContain('Late');
		expect(await step(id, 'send')).toEqual({ done: true });
		await sendNow();
		expect(texts(mastodon())).toContain('Late');
	});
});

describe('a question of a norm', () => {
	const ask = async () => {
		const file = await putFile(new Blob(['picture']));
		const media = [{ file, type: 'image/jpeg', name: 'IMG_1.jpg', size: 7 }];
		const rule = { id: '1', text: 'Please add alt text to your images.' };
		const row = await readServer(mastodon().me.host);
		if (row) await putServer({ ...row, rules: [rule], readings: readRules([rule]) });
		return only(sent({ text: 'Asked', media, targets: [mastodon().me.account] }));
	};

	it('waits for one answer, and goes with a yes', async () => {
		const row = await ask();
		expect(row).toMatchObject({ state: 'needs-you', needs: 'answer' });
		expect(await step(row.id, 'retry')).toMatchObject({ refused: {} });
		expect(await answer(row.id, { norm: 'length' }, true)).toMatchObject({ refused: {} });
		expect(await answer(row.id, { norm: 'alt-text' }, true)).toEqual({ done: true });
		await sendNow();
		const [done] = await deliveries();
		expect(done).toMatchObject({ state: 'sent', answers: [{ norm: 'alt-text', how: 'goOn' }] });
	});

	it('goes nowhere with a no', async () => {
		const before = texts(mastodon()).length;
		const row = await ask();
		expect(await answer(row.id, { norm: 'alt-text' }, false)).toEqual({ done: true });
		await sendNow();
		expect((await only(deliveries())).state).toBe('cancelled');
		expect(texts(mastodon())).toHaveLength(before);
	});
});

describe('the window of a network', () => {
	it('is offered beside my accounts', async () => {
		expect((await targets()).map(({ name, window }) => [name, window])).toEqual([
			[mastodon().me.handle, undefined],
			[square().me.handle, undefined],
			['X', true],
		]);
	});

	it('is handed to, and posted only when the person says so', async () => {
		const row = await only(sent({ text: 'By hand', targets: [X] }));
		expect(row).toMatchObject({ kind: 'hand-over', state: 'needs-you', needs: 'hand-over' });
		expect(await handOverAddress(row.id)).toContain('By%20hand');
		expect(await step(row.id, 'opened')).toEqual({ done: true });
		expect((await only(deliveries())).state).toBe('handed-over');
		expect(await confirmHandedOver(row.id, 'https://example.org/')).toMatchObject({
			refused: { key: 'outboxNoSuchLink' },
		});
		const link = 'https://x.com/alice/status/1234567890123456789?s=20';
		expect(await confirmHandedOver(row.id, link)).toEqual({ done: true });
		expect(await only(deliveries())).toMatchObject({
			state: 'sent',
			uri: 'tw:1234567890123456789',
			url: 'https://x.com/alice/status/1234567890123456789',
		});
	});
});
