import { describe, expect, it } from 'vitest';
import { desk, only, texts } from '../../tests/outbox/desk';
import { surround, surroundings } from '../sessions';
import { changePost } from '../store';
import { get, read } from '../timeline';
import {
	attention,
	confirmHandedOver,
	deliveries,
	draftAgain,
	draftToChange,
	draftToEdit,
	enqueue,
	handedOverWith,
	madeWith,
	newDraft,
	readDraft,
	remove,
	removeEverywhere,
	repost,
	saveDraft,
	step,
	underWay,
} from '.';

const { clock, machine, places, mastodon, both, sendNow, sent } = desk();

describe('what is there', () => {
	it('is changed everywhere, and deleted everywhere', async () => {
		const [first] = await sent({ text: 'First words', targets: both() });
		const edit = await draftToEdit(first?.draft ?? '');
		expect(edit).toMatchObject({ text: 'First words', targets: both() });
		const saving = await saveDraft({
			...(edit ?? newDraft()),
			text: 'Better words',
			undoSeconds: 0,
		});
		if (!('saved' in saving)) throw new Error('it was not saved');
		expect(await enqueue(saving.saved)).toEqual({ done: true });
		await sendNow();
		for (const at of places) {
			expect(texts(at)).toContain('Better words');
			expect(texts(at)).not.toContain('First words');
		}
		expect((await draftToEdit(first?.draft ?? ''))?.text).toBe('Better words');
		expect(await removeEverywhere(first?.draft ?? '')).toEqual({ done: true });
		await sendNow();
		for (const at of places) expect(texts(at)).not.toContain('Better words');
		expect(await get(first?.uri ?? '')).toBeUndefined();
		expect(await draftToEdit(first?.draft ?? '')).toBeUndefined();
	});

	it('has the words that were meant last, whichever change was longer on its way', async () => {
		const row = await only(sent({ text: 'One', targets: [mastodon().me.account] }));
		const usual = surroundings();
		let cut = true;
		surround({
			...usual,
			fetch: (url, init) => {
				if (init.method !== 'PUT' || !cut) return usual.fetch(url, init);
				cut = false;
				return Promise.reject(new TypeError('fetch failed'));
			},
		});
		for (const text of ['Two', 'Three']) {
			await sent({ ...(await draftToEdit(row.draft ?? '')), text, undoSeconds: 0 });
			await clock.pass(1000);
		}
		for (let looks = 0; looks < 9; looks++) {
			const next = await sendNow();
			if (next === undefined) break;
			await clock.pass(Math.max(1, next - clock.now));
		}
		expect(texts(mastodon())).toContain('Three');
		expect(texts(mastodon())).not.toContain('Two');
	});

	it('that stands in a window besides is the person’s to change there; unopened, it is taken back', async () => {
		const targets = [...both(), 'window:x'];
		const rows = await sent({ text: 'By hand as well', targets });
		const window = rows.find(({ kind }) => kind === 'hand-over')?.id ?? '';
		const uri = rows[0]?.uri ?? '';
		expect(await handedOverWith(uri)).toEqual([]);
		await step(window, 'opened');
		await removeEverywhere(rows[0]?.draft ?? '');
		const stateOf = async (id: string) => (await deliveries()).find((one) => one.id === id)?.state;
		// It may be posted by now.
		expect(await stateOf(window)).toBe('handed-over');
		const url = 'https://x.com/ada/status/12';
		await confirmHandedOver(window, url);
		expect(await handedOverWith(uri)).toMatchObject([{ name: 'X', url }]);
		const others = await sent({ text: 'Thought better of', targets });
		const unopened = others.find(({ kind }) => kind === 'hand-over')?.id ?? '';
		await removeEverywhere(others[0]?.draft ?? '');
		expect(await stateOf(unopened)).toBe('cancelled');
	});

	it('is deleted by itself, once', async () => {
		const row = await only(sent({ text: 'One of mine', targets: [mastodon().me.account] }));
		const posts = [{ by: row.target, post: row.uri ?? '' }];
		await remove(posts);
		await remove(posts);
		expect(await deliveries()).toHaveLength(2);
		await sendNow();
		expect(texts(mastodon())).not.toContain('One of mine');
	});

	it('is deleted after it came, however late that is', async () => {
		const at = mastodon();
		at.faults.set('503-html', { method: 'POST', path: '/api/v1/statuses', times: 1 });
		const row = await only(sent({ text: 'Under way', targets: [at.me.account] }));
		expect(row.state).toBe('checking');
		await removeEverywhere(row.draft ?? '');
		for (let looks = 0; looks < 9; looks++) {
			const next = await sendNow();
			if (next === undefined) break;
			await clock.pass(Math.max(1, next - clock.now));
		}
		expect((await deliveries()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
			'create sent',
			'delete sent',
		]);
		expect(texts(at)).not.toContain('Under way');
	});

	it('is not brought back by an attempt that comes late, after its deletion', async () => {
		const at = mastodon();
		const usual = surroundings();
		const { fetch } = usual;
		let tries = 0;
		// The first two attempts are taken in half a minute and more after their line broke.
		surround({
			...usual,
			fetch: async (url, init) => {
				const isPost = init.method === 'POST' && new URL(url).pathname === '/api/v1/statuses';
				if (!isPost || ++tries > 2) return fetch(url, init);
				const { signal: _, ...rest } = init;
				clock.after(31_000, async () => (await fetch(url, rest)).arrayBuffer());
				throw new TypeError('fetch failed');
			},
		});
		const row = await only(sent({ text: 'Twice under way', targets: [at.me.account] }));
		await removeEverywhere(row.draft ?? '');
		const seen: string[] = [];
		for (let looks = 0; looks < 30; looks++) {
			const next = await sendNow();
			if (next === undefined) break;
			await clock.pass(Math.max(1, next - clock.now));
			seen.push(...texts(at));
		}
		await clock.pass(60_000);
		expect(tries).toBe(2);
		expect(seen).toContain('Twice under way');
		expect((await deliveries()).map(({ state }) => state)).toEqual(['sent', 'sent']);
		expect(texts(at)).not.toContain('Twice under way');
	});

	it('of others is passed on once, and taken back', async () => {
		const at = mastodon();
		const { key } = at.other();
		const on = () => at.mine().filter(({ repostOf }) => repostOf === key);
		const stands = async () => (await get(key))?.views?.[0]?.reposted ?? false;
		await repost(at.me.account, key, true);
		await repost(at.me.account, key, true);
		await sendNow();
		expect(on()).toHaveLength(1);
		expect(await stands()).toBe(true);
		await repost(at.me.account, key, false);
		await sendNow();
		expect(on()).toHaveLength(0);
		expect(await stands()).toBe(false);
	});

	it('of others is not passed on at all when it is taken back before it went', async () => {
		const at = mastodon();
		const { key } = at.other();
		machine.online = false;
		await repost(at.me.account, key, true);
		await sendNow();
		expect((await underWay()).map(({ kind, post }) => [kind, post])).toEqual([['repost', key]]);
		await repost(at.me.account, key, false);
		expect((await deliveries()).map(({ state }) => state)).toEqual(['cancelled']);
		expect(await underWay()).toEqual([]);
	});

	it('that is not there is said to be, and forgotten when it is tried anew', async () => {
		const at = mastodon();
		const gone = `${at.other().key}0000`;
		const states = async () => (await deliveries()).map(({ state }) => state).sort();
		await repost(at.me.account, gone, true);
		await sendNow();
		expect(await states()).toEqual(['failed']);
		expect((await underWay()).map(({ state }) => state)).toEqual(['failed']);
		await repost(at.me.account, gone, true);
		await sendNow();
		expect(await states()).toEqual(['cancelled', 'failed']);
		expect(await attention()).toBe(1);
	});

	it('for some people alone is passed on by nobody', async () => {
		const at = mastodon();
		const { key } = at.other();
		await repost(at.me.account, key, true);
		await sendNow();
		await changePost(key, (row) => ({ ...row, post: { ...row.post, visibility: 'followers' } }));
		const before = at.log().length;
		expect(await repost(at.me.account, key, true)).toMatchObject({
			refused: { key: 'normRepostClosed' },
		});
		expect(await deliveries()).toHaveLength(1);
		await sendNow();
		expect(at.log()).toHaveLength(before);
	});

	it('knows where else it went, and can be written anew', async () => {
		const rows = await sent({ text: 'Two places', warning: 'So', targets: both() });
		const [first, second] = rows;
		const uri = first?.uri ?? '';
		expect((await madeWith(uri)).map(({ id }) => id)).toEqual([first?.id, second?.id]);
		const stored = await get(uri);
		if (!stored) throw new Error('it is not stored');
		const again = await readDraft(await draftAgain(stored, mastodon().me.account));
		expect(again).toMatchObject({ text: 'Two places', warning: 'So', targets: [first?.target] });
		const change = await draftToChange(stored, mastodon().me.account);
		expect(await draftToChange(stored, mastodon().me.account)).toBe(change);
		const draft = await readDraft(change);
		expect(draft?.edits).toEqual({ [first?.target ?? '']: [uri] });
		await remove([{ by: first?.target ?? '', post: uri }]);
		await sendNow();
		expect(await madeWith(uri)).toEqual([]);
		expect(texts(mastodon())).not.toContain('Two places');
		expect(texts(places[1] ?? mastodon()).join()).toContain('Two places');
	});

	it('of mine stands in the timeline once more as soon as it is passed on, until that is taken back', async () => {
		for (const at of places) {
			const row = await only(sent({ text: `Mine at ${at.name}`, targets: [at.me.account] }));
			const post = row.uri ?? '';
			const shown = async () =>
				(await read('home', undefined, 9)).filter((one) => one.post.key === post);
			expect(await shown()).toMatchObject([{ activity: post }]);
			expect((await shown())[0]?.repostedBy).toBeUndefined();
			await clock.pass(1000);
			await repost(at.me.account, post, true);
			await sendNow();
			const [first] = await read('home', undefined, 1);
			expect(first).toMatchObject({
				post: { key: post },
				sortAt: clock.now,
				repostedBy: [{ key: at.me.account }],
			});
			expect(await shown()).toHaveLength(1);
			await repost(at.me.account, post, false);
			await sendNow();
			expect(await shown()).toMatchObject([{ activity: post }]);
		}
	});
});

it('a thread is one, each post answering the one before', async () => {
	const own = Object.fromEntries(
		both().map((target) => [target, { borders: [8, 15], numbered: true as const }]),
	);
	const rows = await sent({ text: 'One two three four five', targets: both(), own });
	expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'sent'));
	for (const at of places) {
		expect(texts(at)).toEqual(
			expect.arrayContaining(['One two 1/3', 'three f 2/3', 'our five 3/3']),
		);
	}
	const mine = rows.filter(({ target }) => target === mastodon().me.account);
	const [first, second] = mine.map(({ uri }) => uri ?? '');
	expect((await get(second ?? ''))?.post.replyTo?.post).toBe(first);
});
