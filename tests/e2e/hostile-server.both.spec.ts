import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostility } from '../fixtures/hostile-answers';
import { inspect, setTraps, settle } from './steps/inspecting';
import { ownMarks } from './steps/own-marks';
import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { act, type Tour, tour } from './steps/touring';

type Listener = { host: string; asked: string[]; stop(): Promise<void> };

/** Where attacks want the browser to go; nobody ever should. */
async function listen(): Promise<Listener> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		response.end();
	});
	server.on('connection', () => asked.push('a connection'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** What our pages put together while they run, and an honest server does not happen to show in this tour. */
const MADE_RUNNING = [
	/^(svg\.lucide-[a-z-]+|strong|em|s|li\.other)$/,
	/^((p|span)#PN-N|input\[name=PN-N\]|div\{inset-block-start\})$/,
];

function surprising(hostile: Tour, honest: Tour): string[] {
	const own = ownMarks();
	return [...hostile.marks].filter(
		(mark) =>
			!honest.marks.has(mark) && !own.has(mark) && !MADE_RUNNING.some((one) => one.test(mark)),
	);
}

const REFUSED = /\/(favourite|bookmark|votes|follow|mute|block|authorize|reject|reports)$/;
/** Of these there are enough for each attack to come. */
const FIELDS = [
	'Status.content',
	'Status.spoiler_text',
	'Media.description',
	'Status.poll.options.title',
	'Card.title',
	'Card.description',
	'Account.display_name',
	'Account.note',
	'Account.fields.name',
	'Account.fields.value',
	'Emoji.shortcode',
];

test('a hostile server can do nothing: no code runs, nobody else is asked, it brings nothing but words', async ({
	town,
	place,
}) => {
	test.setTimeout(900_000);
	const listener = await listen();
	const good = await place({ personality: 'mastodon-4.5', seed: 'town' });
	const server = await place({ personality: 'mastodon-4.5', seed: 'town' });
	const { screen } = town;
	const asked = (path: string) => good.log.filter((one) => one.path.startsWith(path)).length;
	const still = async () => {
		const count = () => good.log.length + server.log.length;
		for (let before = -1; before !== count(); ) {
			before = count();
			await settle(screen);
		}
	};
	const guide = { own: [good.origin, server.origin], still };
	await signIn(town, good.origin, login(good, 'mara'));
	await setTraps(screen);
	const honest = await test.step('an honest server', () => tour(screen, { ...guide, screens: 12 }));
	expect(honest.wrong).toEqual([]);
	expect(asked('/api/v1/follow_requests'), 'questions for requests').toBeLessThan(12);
	expect([...honest.views.keys()]).toEqual(
		expect.arrayContaining(['local', 'list', 'tag', 'bookmarks']),
	);
	for (const [view, looked] of honest.views) expect(looked, view).toBeGreaterThan(300);

	await screen.open('#/servers');
	await screen.click('button', 'Sign out');
	await screen.click('button', 'Sign out and delete what was read');
	await screen.gone('button', 'Sign out');
	await signIn(town, server.origin, login(server, 'mara'));
	const hostile = hostility(listener.host, server.origin);
	server.tamperWith(hostile.tamper);
	await still();
	const seen = await test.step('a hostile one', () => tour(screen, { ...guide, screens: 45 }));
	hostile.refuse(REFUSED);
	const refused = await test.step('its refusals', () => act(screen, guide));
	expect.soft(seen.wrong).toEqual([]);
	expect.soft(refused.wrong).toEqual([]);
	expect.soft(surprising(seen, honest), 'marks that are not ours').toEqual([]);
	expect.soft(surprising(refused, honest), 'marks that are not ours').toEqual([]);
	for (const field of FIELDS) expect.soft(hostile.missing(field), field).toEqual([]);
	expect(listener.asked).toEqual([]);
	server.tamperWith(undefined);
	await listener.stop();
});

test('a server that refuses with an attack as its sentence', async ({ town, place }) => {
	const listener = await listen();
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	const hostile = hostility(listener.host, server.origin);
	hostile.refuse(/^\/api\/v1\/apps$/);
	server.tamperWith(hostile.tamper);
	await screen.open('#/servers');
	await setTraps(screen);
	for (let n = 0; n < 12; n++) {
		await screen.fill('textbox', 'Server address', server.origin);
		await screen.click('button', 'Continue');
		await expect
			.poll(async () => (await screen.all('alert')).join())
			.toContain('Nothing was stored.');
		await settle(screen);
		expect((await inspect(screen, [])).wrong).toEqual([]);
	}
	expect(listener.asked).toEqual([]);
	await listener.stop();
});
