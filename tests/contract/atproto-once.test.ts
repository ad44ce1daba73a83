import { describe, expect, it } from 'vitest';
import type { Prepared, Work } from '../../lib/networks/send';
import { bytes, create, FILE, HELLO, sender, sending } from './atproto-sender';
import { problemOf, recordingIo } from './io';
import { needed, stored } from './sign-in';

const REPOST = 'app.bsky.feed.repost';
const { at, io, ready, mutate, find, sent, records, newest, done } = sending();

describe('exactly once', () => {
	it('is safe for ever: the same attempt is the same record', async () => {
		const prepared = await ready(create({ media: [FILE] }));
		for (let n = 0; n < 3; n += 1) expect((await mutate(prepared)).state).toBe('sent');
		expect(records()).toHaveLength(1);
		expect(done()).toEqual(['create']);
		expect(sender.again(at.session)).toEqual({ safeFor: Number.POSITIVE_INFINITY });
	});

	it('makes two of two good mornings, in their order', async () => {
		const all = await Promise.all([1, 2, 3].map(() => ready(create({ text: 'Good morning' }))));
		for (const one of all) expect((await mutate(one)).state).toBe('sent');
		expect(new Set(records().map(({ rkey }) => rkey)).size).toBe(3);
		const shared = io();
		const keys: string[] = [];
		for (let n = 0; n < 50; n += 1) {
			const { frozen } = await sender.prepare(at.session, create(), `order-${n}`, shared);
			keys.push(needed(/"rkey":"(\w+)"/.exec(JSON.stringify(frozen))?.[1]));
		}
		expect(new Set(keys).size).toBe(50);
		expect([...keys].sort()).toEqual(keys);
	});

	it.each(['error-after', 'silence-after', 'accepts-late'] as const)(
		'whatever becomes of the answer: %s',
		async (fault) => {
			const prepared = await ready(create({ text: `Lost in ${fault}` }));
			at.square.faults.set(fault, { method: 'POST', times: 1, ms: 300 });
			const stop = new AbortController();
			const attempt = sender.mutate(at.session, prepared, { ...io(), signal: stop.signal });
			if (fault === 'silence-after') {
				await expect.poll(records).toHaveLength(1);
				stop.abort();
			}
			const first = await attempt;
			expect(first.state).toBe(fault === 'error-after' ? 'sent' : 'unknown');
			expect((await mutate(prepared)).state).toBe('sent');
			if (fault === 'accepts-late')
				await expect
					.poll(() => at.square.world.problems.length + at.square.log.length)
					.toBeGreaterThan(0);
			expect(await find(prepared)).toEqual({ post: newest().uri });
			expect(done()).toEqual(['create']);
		},
	);

	it('never undoes an edit by an attempt that comes late', async () => {
		const prepared = await ready(create());
		await mutate(prepared);
		const { uri } = newest();
		await sent({ kind: 'edit', post: { post: uri }, content: { ...HELLO, text: 'Better' } });
		expect(await mutate(prepared)).toMatchObject({ state: 'sent', post: uri });
		expect(newest().value['text']).toBe('Better');
	});

	it('brings a file again that the server has thrown away', async () => {
		const before = await ready(create({ media: [FILE] }));
		at.square.world.blobs.clear();
		expect(await mutate(before)).toMatchObject({ state: 'later' });
		const late = io({ now: () => Date.now() + 31 * 60_000 });
		const again = await sender.upload(at.session, before, bytes, late);
		expect(again).not.toBe(before);
		expect((await mutate(stored(again))).state).toBe('sent');
	});

	it('waits when it is told to, without having posted', async () => {
		const prepared = await ready(create());
		at.square.faults.set('429', { method: 'POST', times: 1 });
		expect(await mutate(prepared)).toMatchObject({ state: 'later', problem: { kind: 'busy' } });
		expect(await find(prepared)).toBe('absent');
		expect((await mutate(prepared)).state).toBe('sent');
	});

	it('renews a token that is over, and says so when the session is', async () => {
		const prepared = await ready(create({ media: [FILE] }));
		at.square.expire('alice');
		const recorded = Object.assign(recordingIo(), { secret: at.session.secret });
		expect((await sender.mutate(at.session, prepared, recorded.io)).state).toBe('sent');
		at.square.revokeAll('alice');
		const again = JSON.parse(
			JSON.stringify(prepared).replaceAll(newest().rkey, '3zzzzzzzzzz22'),
		) as Prepared;
		const after = { ...at.session, secret: recorded.secret };
		expect(await sender.mutate(after, again, recorded.io)).toMatchObject({
			state: 'refused',
			problem: { kind: 'ended' },
		});
		expect(done()).toEqual(['create']);
	});
});

describe('what is there already', () => {
	it('is changed, and is gone, and both are seen', async () => {
		const post = await sent(create({ media: [FILE], language: 'en', warning: 'Bytes' }));
		const before = newest().value;
		const content = { ...HELLO, text: 'Better #words', warning: 'Bytes' };
		const edit = await ready({ kind: 'edit', post: { post }, content });
		expect(await find(edit)).toBe('absent');
		for (let n = 0; n < 2; n += 1) expect((await mutate(edit)).state).toBe('sent');
		const { value } = newest();
		expect(value).toMatchObject({ text: 'CW: Bytes\n\nBetter #words', langs: ['en'] });
		expect(value['facets']).toHaveLength(1);
		// What its pictures are covered by stays as long as its warning does.
		for (const name of ['embed', 'createdAt', 'labels']) expect(value[name]).toEqual(before[name]);
		expect(await find(edit)).toEqual({ post });
		const gone = await ready({ kind: 'delete', post: { post } });
		expect(await find(gone)).toBe('absent');
		for (let n = 0; n < 2; n += 1) expect((await mutate(gone)).state).toBe('sent');
		expect(records()).toEqual([]);
		expect(await find(gone)).toEqual({ post });
		expect(done()).toEqual(['create', 'update', 'delete']);
	});

	it('is not changed over words from somewhere else', async () => {
		const post = await sent(create());
		const work = (text: string): Work => ({
			kind: 'edit',
			post: { post },
			content: { ...HELLO, text },
		});
		const mine = await ready(work('Mine'));
		await sent(work('From another program'));
		expect(await mutate(mine)).toMatchObject({
			state: 'refused',
			problem: { text: { key: 'sendChangedElsewhere' } },
		});
		expect(newest().value['text']).toBe('From another program');
	});

	it('of others is never changed or deleted', async () => {
		const { uri: post } = at.square.publish('bob', { text: 'Mine' });
		for (const work of [
			{ kind: 'edit', post: { post }, content: HELLO },
			{ kind: 'delete', post: { post } },
		] as const)
			expect((await problemOf(ready(work))).kind).toBe('forbidden');
	});

	it('is passed on once, found, and taken back', async () => {
		const { uri: post, cid } = at.square.publish('bob', { text: 'Pass me on' });
		const work: Work = { kind: 'repost', post: { post } };
		const prepared = await ready(work);
		expect(await find(prepared)).toBe('absent');
		const outcome = await mutate(prepared);
		const [repost] = records(REPOST);
		expect(outcome).toMatchObject({ state: 'sent', post: repost?.uri });
		expect(repost?.value['subject']).toEqual({ uri: post, cid });
		expect(await find(prepared)).toEqual({ post: repost?.uri });
		// Asked for again, it stays the one.
		expect(await sent(work)).toBe(repost?.uri);
		const back = await ready({ kind: 'unrepost', post: { post } });
		expect(await find(back)).toBe('absent');
		for (let n = 0; n < 2; n += 1) expect((await mutate(back)).state).toBe('sent');
		expect(await find(back)).toEqual({ post });
		expect(await find(prepared)).toBe('absent');
		expect(records(REPOST)).toEqual([]);
	});
});
