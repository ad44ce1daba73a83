import { describe, expect, it } from 'vitest';
import { isDid, isHandle, readService } from './names';
import { readTyped } from './typed';

const DID = 'did:plc:aliceaaaaaaaaaaaaaaaaaaa';

describe('what was typed', () => {
	it.each([
		[
			'square.example',
			{ origin: 'https://square.example', handle: 'square.example', either: true },
		],
		[
			' Alice.Square.example ',
			{ origin: 'https://alice.square.example', handle: 'alice.square.example', either: true },
		],
		['square.example:8443', { origin: 'https://square.example:8443' }],
		['https://square.example/', { origin: 'https://square.example' }],
		[
			'https://square.example/profile/alice.square.example',
			{ origin: 'https://square.example', handle: 'alice.square.example' },
		],
		['127.0.0.1:4000', { origin: 'http://127.0.0.1:4000' }],
		['http://localhost:4000', { origin: 'http://localhost:4000' }],
		['@alice.square.example', { account: 'handle', handle: 'alice.square.example' }],
		['at://alice.square.example', { account: 'handle', handle: 'alice.square.example' }],
		[DID, { account: 'did', did: DID }],
		[`at://${DID}`, { account: 'did', did: DID }],
		['did:web:square.example', { account: 'did', did: 'did:web:square.example' }],
	])('%s is read', (typed, read) => {
		expect(readTyped(typed)).toEqual(read);
	});

	it.each([
		'',
		'@',
		'@maria@chaos.example',
		'maria@chaos.example',
		'@maria',
		'did:plc:short',
		'did:key:z6Mk',
		'did:web:square.example:path',
		'ftp://square.example',
		'https://user:pass@square.example',
		'javascript:alert(1)',
	])('%j names nothing of this network', (typed) => {
		expect(readTyped(typed)).toBeUndefined();
	});
});

it('names are names', () => {
	expect(['a.b', 'xn--bcher-kva.example', 'a-b.c1'].filter((one) => !isHandle(one))).toEqual([]);
	expect(
		['a', 'a.1', '-a.b', 'a..b', '1.2.3.4', 'a.b/', `${'a'.repeat(64)}.b`].filter(isHandle),
	).toEqual([]);
	expect(['did:web:a.b', 'did:web:127.0.0.1%3A4000', DID].filter((one) => !isDid(one))).toEqual([]);
	expect(
		['did:web:a.b/x', 'did:web:a%2Fb', 'did:web:a@b.c', 'did:plc:ALICE', 'did:web:'].filter(isDid),
	).toEqual([]);
	expect(readService('did:web:view.example#bsky_appview')).toEqual({
		did: 'did:web:view.example',
		id: 'bsky_appview',
	});
	expect(readService('did:web:view.example#x\r\nauthorization: y')).toBeUndefined();
});
