import { expect, it } from 'vitest';
import { desk, only, saved, texts } from '../../tests/outbox/desk';
import { signOut } from '../sessions';
import { readPosts } from '../store';
import { read } from '../timeline';
import { deliveries, drafts, enqueue, putFile, readFile } from '.';
import { finish } from './finish';

const { clock, mastodon, square, both, sendNow, sent } = desk();

async function settle(): Promise<void> {
	for (let looks = 0; looks < 20; looks++) {
		const next = await sendNow();
		if (next === undefined) return;
		await clock.pass(Math.max(1, next - clock.now));
	}
}

it.each(['posts', 'nothing'] as const)(
	'nothing goes any more as who has signed out (keep %s); elsewhere it goes',
	async (keep) => {
		const text = `Left before it went, keeping ${keep}`;
		const draft = await saved({ text, targets: both(), undoSeconds: 10 });
		await enqueue(draft);
		await signOut(square().me.account, keep);
		expect((await deliveries()).map(({ target }) => target)).toEqual([mastodon().me.account]);
		await clock.pass(20_000);
		await settle();
		expect(texts(square())).not.toContain(text);
		expect(texts(mastodon())).toContain(text);
		expect(await drafts()).toEqual([]);
	},
);

it('what goes nowhere else is a draft again, with its files', async () => {
	const [kept, smaller] = await Promise.all(
		['kept', 'smaller'].map((text) => putFile(new Blob([text]))),
	);
	const target = square().me.account;
	const files = { [kept ?? '']: { file: smaller ?? '', type: 'image/jpeg' } };
	const draft = await saved({
		text: 'My own words',
		targets: [target],
		own: { [target]: { files } },
		media: [{ file: kept ?? '', type: 'image/jpeg', alt: 'One', name: 'a.jpg', size: 4 }],
		undoSeconds: 10,
	});
	await enqueue(draft);
	await signOut(target, 'nothing');
	expect(await deliveries()).toEqual([]);
	const left = { id: draft.id, text: 'My own words', targets: [], own: {} };
	expect(await drafts()).toMatchObject([left]);
	expect(await readFile(kept ?? '')).toBeDefined();
	// It was made for that account alone.
	expect(await readFile(smaller ?? '')).toBeUndefined();
	await clock.pass(20_000);
	await settle();
	expect(texts(square())).not.toContain('My own words');
});

it('what was sent is forgotten with the account', async () => {
	const rows = await sent({ text: 'It was sent', targets: both() });
	expect(await readPosts(rows.map(({ uri }) => uri ?? ''))).not.toContain(undefined);
	await signOut(square().me.account, 'nothing');
	expect((await deliveries()).map(({ target }) => target)).toEqual([mastodon().me.account]);
	const [there, left] = await readPosts(rows.map(({ uri }) => uri ?? ''));
	expect(there).toBeDefined();
	expect(left).toBeUndefined();
});

it('what was on its way at that moment leaves nothing behind', async () => {
	const target = square().me.account;
	const row = await only(sent({ text: 'Just going', targets: [target] }));
	const [stored] = await readPosts([row.uri ?? '']);
	const view = stored?.views[0];
	if (!stored || !view) throw new Error('it was not stored');
	await signOut(target, 'posts');
	// The answer came when the person had just left.
	const said = { ...stored.post, content: { text: 'Just gone' } };
	await finish(row, said.key, { post: said, view });
	expect((await readPosts([said.key])).map((one) => one?.post.content.text)).toEqual([
		'Just going',
	]);
	await signOut(target, 'nothing');
	await finish(row, said.key, { post: said, view });
	expect(await readPosts([said.key])).toEqual([undefined]);
	expect(await read('home', undefined, 9)).toEqual([]);
	expect(await deliveries()).toEqual([]);
});
