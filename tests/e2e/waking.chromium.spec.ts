import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { sendsAt } from './steps/writing';

test('the alarm wakes a background that was stopped, and what was scheduled goes', async ({
	town,
	place,
}) => {
	test.setTimeout(120_000);
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { chromium, screen } = town;
	if (!chromium) throw new Error('only Chromium says how its workers are');
	const { context, page } = chromium;
	// The shortest that an alarm takes.
	const at = Date.now() + 31_000;
	expect(await screen.evaluate(sendsAt, { text: 'While nobody was there', at })).toEqual({
		done: true,
	});
	await page.goto('about:blank');
	const control = await context.newPage();
	await control.goto(`${chromium.origin}/signed-in.html`);
	const protocol = await context.newCDPSession(control);
	const states: string[] = [];
	protocol.on('ServiceWorker.workerVersionUpdated', ({ versions }) =>
		states.push(...versions.map(({ runningStatus }) => runningStatus)),
	);
	await protocol.send('ServiceWorker.enable');
	await protocol.send('ServiceWorker.stopAllWorkers');
	await expect.poll(() => states.at(-1)).toBe('stopped');
	const texts = () => server.postsOf('ada').map(({ text }) => text);
	expect(texts()).not.toContain('While nobody was there');
	await expect.poll(texts, { timeout: 60_000 }).toContain('While nobody was there');
	expect(Date.now()).toBeGreaterThan(at);
	expect(states.slice(states.lastIndexOf('stopped'))).toContain('running');
	expect(texts().filter((text) => text === 'While nobody was there')).toHaveLength(1);
});
