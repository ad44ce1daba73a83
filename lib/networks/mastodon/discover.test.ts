import { describe, expect, it } from 'vitest';
import { recordingIo } from '../../../tests/contract/io';
import { discover } from './discover';
import { readTyped } from './typed';

describe('what was typed', () => {
	it.each([
		['Chaos.Example', 'https://chaos.example', undefined],
		[' https://chaos.example/@maria/123 ', 'https://chaos.example', 'maria'],
		['@Maria @ chaos.example//', 'https://chaos.example', 'Maria'],
		['acct:maria@chaos.example', 'https://chaos.example', 'maria'],
		['http://chaos.example', 'https://chaos.example', undefined],
		['münchen.example', 'https://xn--mnchen-3ya.example', undefined],
		['localhost:4000', 'http://localhost:4000', undefined],
		['https://127.0.0.1:4000', 'https://127.0.0.1:4000', undefined],
	])('%s', (typed, origin, handle) => {
		expect(readTyped(typed)).toEqual({
			origin,
			host: new URL(origin).host,
			...(handle === undefined ? {} : { handle }),
		});
	});

	it.each([
		'',
		'@',
		'@alice.square.example',
		'did:plc:aliceaaaaaaaaaaaaaaaaaaa',
		'did:web:square.example',
		'file:///etc/passwd',
		'ftp://chaos.example',
		'https://',
	])('%s is no place', (typed) => {
		expect(readTyped(typed)).toBeUndefined();
	});
});

const INSTANCE = { domain: 'chaos.example', version: '4.5.3', title: 'Chaos', rules: [] };
const net = (pages: Readonly<Record<string, unknown>>) =>
	recordingIo({
		fetch: async (url) => {
			const page = pages[url.split('?')[0] ?? ''];
			if (page === undefined) throw new TypeError('Failed to fetch');
			return typeof page === 'string' ? new Response(page) : Response.json(page);
		},
	});

describe('a name that stands on another host', () => {
	const server = { 'https://social.chaos.example/api/v2/instance': INSTANCE };

	it('is followed by WebFinger', async () => {
		const href = 'https://social.chaos.example/users/maria';
		const links = [{ rel: 'self', type: 'application/activity+json', href }];
		const { io } = net({ ...server, 'https://chaos.example/.well-known/webfinger': { links } });
		const found = await discover('maria@chaos.example', io);
		expect(found?.server).toMatchObject({
			host: 'social.chaos.example',
			traits: { domain: 'chaos.example' },
			software: { name: 'mastodon' },
		});
	});

	it('is followed by host-meta, but not to this machine', async () => {
		const meta = (origin: string) =>
			`<XRD><Link rel="lrdd" template="${origin}/.well-known/webfinger?resource={uri}"/></XRD>`;
		const at = 'https://chaos.example/.well-known/host-meta';
		const { io } = net({ ...server, [at]: meta('https://social.chaos.example') });
		expect((await discover('chaos.example', io))?.server.host).toBe('social.chaos.example');
		const near = net({ [at]: meta('http://127.0.0.1:8080') });
		await expect(discover('chaos.example', near.io)).rejects.toMatchObject({ kind: 'unreachable' });
		expect(near.asked.every(({ url }) => url.startsWith('https://chaos.example/'))).toBe(true);
	});
});
