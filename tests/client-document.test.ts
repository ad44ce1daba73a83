import { afterEach, expect, it, vi } from 'vitest';
import { clientDocument } from '../client-document.config';
import { clientFor } from '../lib/networks/atproto/client';

const PROGRAM = {
	clientId: 'https://townsquare.example/oauth/client.json',
	chromiumKey: 'YQ==',
	geckoId: 'townsquare@townsquare.example',
	more: ['https://aaaabbbbccccddddeeeeffffgggghhhh.chromiumapp.org/'],
};
afterEach(() => {
	vi.unstubAllEnvs();
});

it('names the same program that signs in, what it asks for, and where it returns to', () => {
	const document = clientDocument(PROGRAM);
	expect(document.redirect_uris).toEqual([
		'https://mkjhibbcmkbllnmkpkmcdbldjkcdnmen.chromiumapp.org/',
		expect.stringMatching(/^https:\/\/[\da-f]{40}\.extensions\.allizom\.org\/$/),
		PROGRAM.more[0],
	]);
	vi.stubEnv('WXT_ATPROTO_CLIENT_ID', PROGRAM.clientId);
	for (const redirect of document.redirect_uris)
		expect(clientFor('https://square.example', redirect, undefined)).toEqual({
			id: document.client_id,
			scope: document.scope,
		});
	expect(document.client_uri).toBe('https://townsquare.example');
});

it.each([
	'http://townsquare.example/client.json',
	'https://townsquare.example/',
	'https://townsquare.example:8443/client.json',
	'https://townsquare.example/client.json?x',
])('refuses the address %s', (clientId) => {
	expect(() => clientDocument({ ...PROGRAM, clientId })).toThrow('WXT_ATPROTO_CLIENT_ID');
});
