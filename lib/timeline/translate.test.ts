import { beforeEach, describe, expect, it } from 'vitest';
import { openSquare, type Square } from '../../tests/fixtures/square';
import type { Post, View } from '../model';
import type { Me } from '../sessions';
import { fetchNewer, get, translate, translator } from '.';

const A = 'https://one.example/me';
const B = 'https://two.example/me';

const post: Post = {
	key: 'https://far.example/1',
	network: 'square',
	content: { text: 'Guten Morgen' },
	language: 'de',
};
const views: View[] = [
	{ by: A, localId: '1' },
	{ by: B, localId: '2' },
];
const me = (account: string, more: Partial<Me> = {}): Me => ({
	...{ account, network: 'square', host: new URL(account).host, origin: account, handle: 'me' },
	...{ scopes: [], pin: { id: '1', account }, state: 'active', signedInAt: 0 },
	features: ['translation'],
	...more,
});

describe('who translates a post', () => {
	const mine = [me(A, { features: [] }), me(B)];

	it.each<[string, Partial<Post>, string | undefined]>([
		['one whose server offers it', {}, B],
		['nobody, where its language is not known', { language: undefined as never }, undefined],
		['nobody, where the person reads it', { language: 'en-GB' }, undefined],
		['the same for what is not on lists', { visibility: 'unlisted' }, B],
		['nobody, for what only followers may see', { visibility: 'followers' }, undefined],
		['nobody, for what only some may see', { visibility: 'direct' }, undefined],
		['nobody, where there are no words', { content: { text: ' ' } }, undefined],
	])('%s', (_, more, by) => {
		expect(translator({ ...post, ...more }, views, mine, ['en', 'fr-FR'])).toBe(by);
	});

	it('nobody whose session is over, or who has not seen it', () => {
		expect(translator(post, views, [me(B, { state: 'ended' })], ['en'])).toBeUndefined();
		expect(translator(post, views.slice(0, 1), [me(B)], ['en'])).toBeUndefined();
	});
});

describe('translate', () => {
	let square: Square;
	let key: string;
	beforeEach(async () => {
		square = await openSquare([A, B]);
		key = square.publish([A]);
		await fetchNewer(A, { kind: 'home' });
	});

	it("asks by the server's own id, and stores nothing", async () => {
		const asked: unknown[] = [];
		square.network.translate = async (_session, ref, to) => {
			asked.push(ref, to);
			return { content: { text: 'Good morning' }, to };
		};
		const before = await get(key);
		expect(await translate(key, A, 'en')).toEqual({ content: { text: 'Good morning' }, to: 'en' });
		expect(asked).toEqual([{ post: key, localId: square.localId(A, key) }, 'en']);
		expect(await get(key)).toEqual(before);
	});

	it('is missing where a network has none, or the account has not seen the post', async () => {
		await expect(translate(key, A, 'en')).rejects.toMatchObject({ kind: 'missing' });
		square.network.translate = () => Promise.reject(new Error('not asked'));
		await expect(translate(key, B, 'en')).rejects.toMatchObject({ kind: 'missing' });
	});
});
