import { expect, test } from 'vitest';
import { addressOf } from './address';
import { ServerUnknown } from './problems';

test.each([
	['chaos.example', 'https://chaos.example'],
	['  chaos.example/ ', 'https://chaos.example'],
	['https://chaos.example/@maria/1?x=1#y', 'https://chaos.example'],
	['chaos.example/@maria', 'https://chaos.example'],
	['@maria@chaos.example', 'https://chaos.example'],
	['maria@chaos.example', 'https://chaos.example'],
	['mailto:maria@chaos.example', 'https://chaos.example'],
	['acct:maria@chaos.example', 'https://chaos.example'],
	['CHAOS.example:8443', 'https://chaos.example:8443'],
	['bücher.example', 'https://xn--bcher-kva.example'],
	['127.0.0.1:4000', 'http://127.0.0.1:4000'],
	['@alice@127.0.0.1:4000', 'http://127.0.0.1:4000'],
	['http://localhost:4000/x', 'http://localhost:4000'],
	['@alice.square.example', 'https://alice.square.example'],
	['at://alice.square.example/app.bsky.feed.post/1', 'https://alice.square.example'],
])('%s is a server at %s', (typed, origin) => {
	expect(addressOf(typed).origin).toBe(origin);
});

test.each([
	['', 'serverNotAnAddress'],
	['1', 'serverNotAnAddress'],
	['127.1:4000', 'serverNotAnAddress'],
	['0x7f.0.0.1', 'serverNotAnAddress'],
	['https://2130706433/', 'serverNotAnAddress'],
	['   ', 'serverNotAnAddress'],
	['..', 'serverNotAnAddress'],
	['chaos..example', 'serverNotAnAddress'],
	['maria', 'serverNotAnAddress'],
	['@maria', 'serverNotAnAddress'],
	['two words.example', 'serverNotAnAddress'],
	['javascript:alert(1)', 'serverNotAnAddress'],
	['file:///etc/passwd', 'serverNotAnAddress'],
	['https://maria:secret@chaos.example/', 'serverNotAnAddress'],
	['<script>', 'serverNotAnAddress'],
	['http://chaos.example', 'serverPlainHttp'],
	['http://127.0.0.1.chaos.example', 'serverPlainHttp'],
])('%s is refused: %s', (typed, key) => {
	let thrown: unknown;
	try {
		addressOf(typed);
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(ServerUnknown);
	expect(thrown).toHaveProperty('text.key', key);
});

test('what no server needs to know is not handed on', () => {
	expect(addressOf('https://chaos.example/@maria?session=1#x').typed).toBe(
		'https://chaos.example/@maria',
	);
});

test.each([
	'did:plc:aliceaaaaaaaaaaaaaaaaaaa',
	'did:web:square.example',
	'@did:web:square.example',
	'at://did:web:square.example/app.bsky.feed.post/1',
])('%s is an account, and names no host', (typed) => {
	const { typed: handed, origin } = addressOf(typed);
	expect(handed).toMatch(/^did:(plc|web):[a-z.]+$/);
	expect(origin).toBeUndefined();
});
