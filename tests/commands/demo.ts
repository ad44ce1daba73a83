import type { Gateway } from '../browsers/proxy';
import { type Signing, signIn, signInToSquare } from '../browsers/sign-in';
import type { Watch } from '../browsers/watch';
import { fetchHosted } from '../fixtures/hosted';
import { startSquare } from '../servers/atproto';
import { personIn, titleOf } from '../servers/atproto/known';
import { type MastodonServer, startMastodon } from '../servers/mastodon';
import { checkQuiet, type Servers } from './demo-quiet';

type Say = (text: string) => void;

/** Who is signed in at the servers of the Mastodon API, and at the town square. */
export const ME = 'mara';
const NEIGHBOUR = 'alice';
const LIFE_MS = 30_000;
const LIFE = [
	['town', 'ruth', 'The reading room has new lamps. They hum in B flat.'],
	['square', 'joost', 'De vergadering begint om acht uur. Er is koffie, en er zijn stoelen.'],
	['forum', 'jonas', 'Drei Mauersegler über dem Rathaus. Vier. Nein, doch drei.'],
	['square', 'mila', 'Third flat tyre today, and the third with a rose thorn in it.'],
	['town', 'kofi', 'Second tenors: half an hour earlier tomorrow, and bring pencils.'],
	['square', 'carol', 'De oven is warm. Wie nog deeg heeft: nu komen.'],
	['forum', 'wren', 'Deleted forty lines today. Nothing happened, which was the plan.'],
	['square', 'bob', 'The bench on the corner has been sat on. It holds.'],
	['town', 'tilde', 'Der Rhabarber ist aus. Nächsten Samstag wieder.'],
] as const;

/** What the demo lives in: servers of both networks, each with an account that is signed in. */
export type Demo = Servers & {
	/** Full handles of the accounts that are signed in. */
	accounts: readonly string[];
	/** Signs the person in everywhere, through the screens and the servers' own forms. */
	signIn(signing: Signing): Promise<void>;
	/** Somebody writes, one after another. */
	write(): void;
	/** From now on somebody writes now and then. */
	live(): void;
	/**
	 * Throws when anybody but these servers was asked, an error was in a console, or a server was asked amiss. Returns
	 * how many refusals there were that were counted on and are no error.
	 */
	check(watch: Watch, gateway: Gateway): number;
	stop(): Promise<void>;
};

/** Starts the servers on free ports of this machine; the square answers to names, which the browsers' proxy knows. */
export async function startDemo(say: Say): Promise<Demo> {
	const town = await startMastodon({
		personality: 'mastodon-4.5',
		seed: 'town',
		title: 'Backstube am Markt',
		named: 'backstube.test',
	});
	const forum = await startMastodon({
		personality: 'square',
		seed: 'square',
		named: 'commons.test',
	});
	const square = await startSquare({ seed: 'plein', named: true, fetch: fetchHosted });
	const servers = { town, square, forum };
	const { handle, password } = personIn(square, NEIGHBOUR);
	for (const server of [town, forum]) {
		const { email, password } = login(server);
		say(
			`${server.world.title} is at ${server.origin}, in this browser alone: ${email}, “${password}”.`,
		);
	}
	say(`${titleOf(square)} is at ${square.known}, the same: ${handle}, “${password}”.`);
	let life: NodeJS.Timeout | undefined;
	let turn = 0;
	const write = () => {
		const [where, name, text] = LIFE[turn % LIFE.length] ?? LIFE[0];
		if (where === 'square') square.publish(name, { text });
		else servers[where].post(name, { text });
		turn += 1;
	};
	return {
		...servers,
		accounts: [...[town, forum].map(({ world }) => `@${ME}@${world.host}`), `@${handle}`],
		async signIn(signing) {
			for (const server of [town, forum]) {
				const { email, password } = login(server);
				await signIn(signing, server.origin, { name: email, password });
				const { title, host } = server.world;
				say(`Signed in to ${title} on its own pages, as @${ME}@${host}.`);
			}
			await signInToSquare(signing, { handle, password });
			say(`Signed in to ${titleOf(square)} on its own pages, as @${handle}.`);
		},
		write,
		live() {
			life = setInterval(write, LIFE_MS);
		},
		check: (watch, gateway) => checkQuiet(watch, gateway, servers),
		async stop() {
			clearInterval(life);
			for (const server of [town, forum, square]) await server.stop();
		},
	};
}

function login({ people, world }: MastodonServer) {
	const me = people.find(({ username }) => username === ME);
	if (!me) throw new Error(`Nobody is called ${ME} in ${world.title}.`);
	return me;
}
