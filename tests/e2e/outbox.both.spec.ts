import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { sendsAt } from './steps/writing';

test('what a page asks for is sent by the background, once', async ({ town, place }) => {
	const server = await place({ personality: 'gotosocial' });
	await signIn(town, server.origin, login(server, 'ada'));
	const said = await town.screen.evaluate(sendsAt, { text: 'From a page to the background' });
	expect(said).toEqual({ done: true });
	const texts = () => server.postsOf('ada').map(({ text }) => text);
	await expect.poll(texts).toContain('From a page to the background');
	expect(texts().filter((text) => text.startsWith('From a page'))).toHaveLength(1);
	// The same again is too late.
	const again = await town.screen.evaluate(
		(draft) => chrome.runtime.sendMessage({ type: 'undo', draft }),
		'draft',
	);
	expect(again).toEqual({ refused: { key: 'outboxTooLate' } });
});

/** Both browsers give it to their extensions' pages. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
