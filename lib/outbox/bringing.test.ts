import { describe, expect, it, vi } from 'vitest';
import { desk, only, texts } from '../../tests/outbox/desk';
import type { Account, Post, StoredPost, View } from '../model';
import { sender as atproto } from '../networks/atproto/send';
import { putAccounts, putPosts } from '../store';
import { get } from '../timeline';
import { bring, deliveries, enqueue, mayBring, readDraft, saveDraft, step } from '.';
import { carryingOf } from './source';

const { clock, machine, mastodon, square, sendNow } = desk();

/** Stores a post of somebody on my Mastodon, as a timeline would have. */
async function seen(
	more: Partial<Post> = {},
	who: Partial<Account> = {},
	view: Partial<View> = {},
) {
	const { key, localId } = mastodon().other();
	const author: Account = {
		...{ key: `https://${mastodon().me.host}/users/ann`, handle: 'ann@far.example', name: 'Ann' },
		...{ network: 'mastodon', indexing: 'yes' },
		...who,
	};
	const post: Post = {
		...{ key, network: 'mastodon', url: 'https://far.example/@ann/1', author: author.key },
		...{ content: { text: 'Good morning, @bob and #town' }, language: 'de' },
		...more,
	};
	await putAccounts([author]);
	const by = mastodon().me.account;
	await putPosts(
		{ posts: [{ post, view: { by, localId, ...view } }], accounts: [author] },
		clock.now,
	);
	return (await get(key)) as StoredPost;
}

async function brought(stored: StoredPost) {
	const made = await bring(stored, square().me.account);
	if (!('draft' in made)) throw new Error(`it was refused: ${made.refused.key}`);
	const draft = await readDraft(made.draft);
	if (!draft) throw new Error('there is no draft');
	return draft;
}

async function sends(id: string) {
	const draft = await readDraft(id);
	if (!draft) throw new Error('there is no draft');
	const kept = await saveDraft({ ...draft, undoSeconds: 0 });
	if (!('saved' in kept)) throw new Error('it was not saved');
	return enqueue(kept.saved);
}

const PUT = { method: 'POST', path: '/xrpc/com.atproto.repo.putRecord', times: 1 };

/** Time passes until nothing goes on by itself. */
async function untilQuiet() {
	for (let looks = 0; looks < 9; looks += 1) {
		const next = await sendNow();
		if (next === undefined) return;
		await clock.pass(Math.max(1, next - clock.now));
	}
	throw new Error('it goes on and on');
}

describe('a post that is brought elsewhere', () => {
	it('says whose it is and where, calls nobody, and keeps warning, language and words for pictures', async () => {
		const media = [{ type: 'image' as const, alt: 'A red house' }, { type: 'image' as const }];
		const draft = await brought(await seen({ warning: 'Weather', sensitive: true, media }));
		expect(draft).toMatchObject({
			text: '“Good morning, bob and #town”\n🖼 A red house\n\n— ann@far.example\nhttps://far.example/@ann/1',
			...{
				warning: 'Weather',
				sensitive: true,
				visibility: 'public',
				origin: 'brought',
				media: [],
			},
			language: { tag: 'de', by: 'person' },
			targets: [square().me.account],
		});
	});

	it('leads where it led, and calls nobody by two signs', async () => {
		const href = 'https://town.example/@cleo/114';
		const text = `See ${href}, @@bob@far.example! (@dan) a@@eve`;
		const facets = [{ type: 'link' as const, start: 4, end: 4 + href.length, href }];
		const draft = await brought(await seen({ content: { text, facets } }));
		expect(draft.text).toContain(`“See ${href}, bob@far.example! (dan) a@eve”`);
	});

	it('is shortened, but not who wrote it, nor where, nor what its pictures show', async () => {
		const alt = 'A red house by the river. '.repeat(20);
		const content = { text: 'Word after word 👩‍👩‍👧 '.repeat(80) };
		const draft = await brought(await seen({ content, media: [{ type: 'image', alt }] }));
		expect(draft.text).toMatch(
			/^“Word after word.* …”\n🖼 A red house.* …\n\n— ann@far\.example\n/u,
		);
		expect(draft.text.endsWith('\nhttps://far.example/@ann/1')).toBe(true);
		expect(draft.text.isWellFormed()).toBe(true);
		const segments = [...new Intl.Segmenter().segment(draft.text)].length;
		expect(segments).toBeLessThanOrEqual(300);
		expect(segments).toBeGreaterThan(260);
	});

	it('goes, and a second press goes on with the same draft', async () => {
		const stored = await seen();
		const { id } = await brought(stored);
		expect((await brought(stored)).id).toBe(id);
		expect(await sends(id)).toEqual({ done: true });
		await sendNow();
		expect((await only(deliveries(id))).state).toBe('sent');
		expect(texts(square()).join()).toContain('— ann@far.example');
	});

	it.each<[string, Partial<Post>, Partial<Account>, Partial<View>]>([
		['normBringClosed', { visibility: 'followers' }, {}, {}],
		['normBringClosed', { visibility: 'direct' }, {}, {}],
		['normBringQuiet', { visibility: 'unlisted' }, {}, {}],
		['normQuoteDenied', { unquotable: true }, {}, {}],
		['normQuoteDenied', {}, {}, { quoting: 'no' }],
		['normBringNoIndex', {}, { indexing: 'no' }, {}],
		['normBringSignedIn', {}, { signedInOnly: true }, {}],
		['normBringNoBridge', {}, { bio: { text: 'Gardener. #NoBridge' } }, {}],
	])('is refused before anything is begun: %s %j %j %j', async (key, post, who, view) => {
		const stored = await seen(post, who, view);
		expect(await bring(stored, square().me.account)).toMatchObject({ refused: { key } });
	});

	it('is refused for ever where the draft was begun before its author said so', async () => {
		const stored = await seen();
		const { id } = await brought(stored);
		await putAccounts([{ ...(stored.author as Account), bio: { text: '#nobots' } }]);
		expect(await sends(id)).toMatchObject({ refused: { key: 'normBringNoBridge' } });
	});

	it('is not carried once it is gone, though nobody told us', async () => {
		const stored = await seen({ content: { text: 'Soon regretted' } });
		const { id } = await brought(stored);
		const at = mastodon();
		at.withdraw({ key: stored.post.key, localId: stored.views?.[0]?.localId ?? '' });
		expect(await sends(id)).toEqual({ done: true });
		await sendNow();
		expect(await only(deliveries(id))).toMatchObject({
			state: 'failed',
			problem: { key: 'normBringGone' },
		});
		expect(texts(square()).join()).not.toContain('Soon regretted');
	});

	it('is not tried once more when it went while an attempt was doubtful', async () => {
		const stored = await seen({ content: { text: 'Soon regretted' } });
		const { id } = await brought(stored);
		square().faults.set('503-html', PUT);
		expect(await sends(id)).toEqual({ done: true });
		await sendNow();
		expect((await only(deliveries(id))).state).toBe('checking');
		mastodon().withdraw({ key: stored.post.key, localId: stored.views?.[0]?.localId ?? '' });
		await untilQuiet();
		// Two read-backs prove that nothing is there: nobody has to look for it.
		const row = await only(deliveries(id));
		const problem = { key: 'normBringGone' };
		expect(row).toMatchObject({ state: 'failed', tries: 1, problem });
		expect(row).not.toHaveProperty('open');
		expect(texts(square()).join()).not.toContain('Soon regretted');
	});

	it('and gone is asked about once, where nobody can tell what an attempt did', async () => {
		const stored = await seen({ content: { text: 'Soon regretted' } });
		const { id } = await brought(stored);
		square().faults.set('503-html', PUT);
		await sends(id);
		await sendNow();
		mastodon().withdraw({ key: stored.post.key, localId: stored.views?.[0]?.localId ?? '' });
		const find = vi.spyOn(atproto, 'find').mockResolvedValue('cannot tell');
		await untilQuiet();
		find.mockRestore();
		const row = await only(deliveries(id));
		const problem = { key: 'normBringGone' };
		expect(row).toMatchObject({ state: 'needs-you', needs: 'look', tries: 1, problem });
		await step(row.id, 'absent');
		await untilQuiet();
		expect(await only(deliveries(id))).toMatchObject({ state: 'failed', tries: 1, problem });
	});

	it('is tried once more where it stands', async () => {
		const { id } = await brought(await seen());
		square().faults.set('503-html', PUT);
		await sends(id);
		await sendNow();
		await untilQuiet();
		expect(await only(deliveries(id))).toMatchObject({ state: 'sent', tries: 2 });
	});

	it('waits while nobody can say whether it is there', async () => {
		const stored = await seen();
		const { id } = await brought(stored);
		machine.online = false;
		expect(await sends(id)).toEqual({ done: true });
		await sendNow();
		expect((await only(deliveries(id))).state).toBe('queued');
		machine.online = true;
		await clock.pass(60 * 60_000);
		await sendNow();
		expect((await only(deliveries(id))).state).toBe('sent');
	});

	it('is asked about where its author has said nothing', async () => {
		const { id } = await brought(await seen({}, { indexing: 'unsaid' }));
		await sends(id);
		expect(await only(deliveries(id))).toMatchObject({
			...{ state: 'needs-you', needs: 'answer' },
			verdicts: [{ norm: 'reposting', reason: { key: 'normBringUnsaid' } }],
		});
	});
});

describe('out of my archive', () => {
	const post: Post = {
		...{ key: 'tw:20', network: 'x', url: 'https://x.com/me/status/20', author: 'tw:1' },
		content: { text: 'Just setting up @jack' },
	};
	const stored: StoredPost = { post, owner: 'tw:1', sortAt: 1, replies: [] };

	it('what I wrote comes back as I wrote it, with where it was', async () => {
		const draft = await brought(stored);
		expect(draft.text).toBe('Just setting up @jack\n\nhttps://x.com/me/status/20');
		expect(draft).toMatchObject({ origin: 'brought', visibility: 'public' });
	});

	it('what was for few is for few again until I say otherwise', async () => {
		const circle = await brought({ ...stored, post: { ...post, visibility: 'community' } });
		expect(circle.visibility).toBe('followers');
	});

	it('what others wrote does not', () => {
		expect(mayBring(stored)).toBe(true);
		expect(mayBring({ ...stored, post: { ...post, liked: true } })).toBe(false);
		expect(mayBring({ ...stored, post: { ...post, repostOf: { handle: 'ann' } } })).toBe(false);
	});
});

it.each<[string, ReturnType<typeof carryingOf>]>([
	['', undefined],
	['I do not like #nobility', undefined],
	['#nobot', 'no-bridge'],
	['Hello #NoBots!', 'no-bridge'],
	['#nocrosspost', 'no-bridge'],
	['#noindex please', 'no-index'],
])('a profile that says %j: %s', (text, carrying) => {
	expect(carryingOf({ key: 'a', handle: 'a', name: 'a', bio: { text } })).toBe(carrying);
});
