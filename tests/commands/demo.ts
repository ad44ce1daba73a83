import { type Signing, signIn } from '../browsers/sign-in';
import type { Watch } from '../browsers/watch';
import { type MastodonServer, startMastodon } from '../servers/mastodon';

type Say = (text: string) => void;

/** Who is signed in, in both places. */
export const ME = 'mara';
const LIFE_MS = 45_000;
const LIFE = [
	['ruth', 'The reading room has new lamps. They hum in B flat.'],
	['jonas', 'Drei Mauersegler über dem Rathaus. Vier. Nein, doch drei.'],
	['kofi', 'Second tenors: half an hour earlier tomorrow, and bring pencils.'],
	['wren', 'Deleted forty lines today. Nothing happened, which was the plan.'],
	['tilde', 'Der Rhabarber ist aus. Nächsten Samstag wieder.'],
] as const;

/** What the demo lives in: a small community, a foundation-run square, and one person with an account in both. */
export type Demo = {
	town: MastodonServer;
	square: MastodonServer;
	/** Signs the person in to both, through the screens and the servers' own forms. */
	signIn(signing: Signing): Promise<void>;
	/** From now on somebody writes now and then. */
	live(): void;
	/** Throws when anybody but these servers was asked, an error was in a console, or a server was asked amiss. */
	check(watch: Watch): void;
	stop(): Promise<void>;
};

/** Starts both servers on free ports of this machine. */
export async function startDemo(say: Say): Promise<Demo> {
	const town = await startMastodon({
		personality: 'mastodon-4.5',
		seed: 'town',
		title: 'Backstube am Markt',
	});
	const square = await startMastodon({ personality: 'square', seed: 'square' });
	const servers = [town, square];
	for (const server of servers) {
		const { email, password } = login(server);
		say(`${server.world.title} is at ${server.origin}: ${email}, “${password}”.`);
	}
	let life: NodeJS.Timeout | undefined;
	return {
		town,
		square,
		async signIn(signing) {
			for (const server of servers) {
				const { email, password } = login(server);
				await signIn(signing, server.origin, { name: email, password });
				const { title, host } = server.world;
				say(`Signed in to ${title} on its own pages, as @${ME}@${host}.`);
			}
		},
		live() {
			let turn = 0;
			life = setInterval(() => {
				const [name, text] = LIFE[turn % LIFE.length] ?? LIFE[0];
				(turn % 2 === 0 ? town : square).post(name, { text });
				turn += 1;
			}, LIFE_MS);
		},
		check: (watch) => checkQuiet(watch, servers),
		async stop() {
			clearInterval(life);
			for (const server of servers) await server.stop();
		},
	};
}

function login({ people, world }: MastodonServer) {
	const me = people.find(({ username }) => username === ME);
	if (!me) throw new Error(`Nobody is called ${ME} in ${world.title}.`);
	return me;
}

function checkQuiet({ errors, foreign }: Watch, servers: readonly MastodonServer[]): void {
	const theirs = new Set(servers.map(({ origin }) => origin));
	const others = foreign.filter((url) => !theirs.has(new URL(url).origin));
	const refused = servers.flatMap(({ world, problems }) =>
		problems.map((problem) => `${world.title}: ${problem}`),
	);
	const loud = [...errors, ...others, ...refused];
	if (loud.length > 0) throw new Error(`The tour was not quiet:\n${loud.join('\n')}`);
}
