/**
 * A strict server of the Mastodon API for tests and for trying things out: in memory, on 127.0.0.1, passing for one
 * of several programs. Whatever a real server would refuse is refused, and noted in `problems`.
 */
import type { AddressInfo } from 'node:net';
import { type Faults, makeFaults } from '../faults';
import { answerFor } from '../hosts';
import type { Shop } from './http/answer';
import { type Desk, type LogEntry, makeServer, type Tamper } from './http/serve';
import { type Outside, outside } from './outside';
import { PERSONALITIES } from './personalities';
import { ROUTES } from './routes';
import { plant, type Seed, type SeedName } from './seeds';
import { attachStreaming } from './streaming';
import type { Personality, Traits } from './traits';
import { emptyWorld } from './world';

export type { FaultName } from '../faults';
export type { Answer } from './http/route';
export type { LogEntry, Tamper } from './http/serve';
export type { SeedName } from './seeds';
export type { Personality } from './traits';

export type MastodonOptions = {
	personality: Personality;
	/** A free one if left out. */
	port?: number;
	host?: '127.0.0.1';
	/** What lives there; `small` if left out. */
	seed?: SeedName | Seed;
	/** Epoch ms. */
	now?: () => number;
	/** Servers to be connected with, both ways. */
	peers?: readonly MastodonServer[];
	/** Goes by this name, over https, to whoever knows of it (tests/servers/hosts.ts): `bakery.test`. */
	named?: string;
	/** Shown in place of the personality's own. */
	title?: string;
	/** What an administrator has set otherwise, such as `domainBlocks: 'listed'`. */
	traits?: Partial<Traits>;
};

export type MastodonServer = Outside & {
	/** `http://127.0.0.1:<port>`, or `https://` and its name. */
	origin: string;
	personality: Personality;
	log: LogEntry[];
	/** What no client may do. Tests assert that it is empty. */
	problems: string[];
	faults: Omit<Faults, 'take'>;
	/** From now on every answer and every event of a stream passes through it; undefined: an honest server. */
	tamperWith(tamper: Tamper | undefined): void;
	/** Open WebSockets. */
	streams(): number;
	/** Closes everything; work that was to come later is done no more. */
	stop(): Promise<void>;
};

export async function startMastodon(options: MastodonOptions): Promise<MastodonServer> {
	const traits = { ...PERSONALITIES[options.personality], ...options.traits };
	const now = options.now ?? Date.now;
	const desk: Desk = {
		shop: {
			world: emptyWorld(traits, 'http://127.0.0.1', now),
			routes: ROUTES,
			rates: { counts: new Map() },
			problems: [],
			replays: new Map(),
		} satisfies Shop,
		faults: makeFaults(),
		log: [],
		timers: new Set(),
		tamper: undefined,
	};
	const server = makeServer(desk);
	const streaming = attachStreaming(server, desk);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
	});
	const { world } = desk.shop;
	const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const { named } = options;
	const leave = named === undefined ? undefined : answerFor(named, local);
	world.origin = named === undefined ? local : `https://${named}`;
	world.host = new URL(world.origin).host;
	world.title = options.title ?? traits.title;
	plant(world, options.seed ?? 'small');
	const made: MastodonServer = {
		...outside(world, desk.shop.rates),
		origin: world.origin,
		personality: options.personality,
		log: desk.log,
		problems: desk.shop.problems,
		faults: desk.faults,
		tamperWith(tamper) {
			desk.tamper = tamper;
		},
		streams: streaming.open,
		async stop() {
			leave?.();
			for (const timer of desk.timers) clearTimeout(timer);
			for (const peer of world.peers) peer.peers.delete(world);
			streaming.stop();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	for (const peer of options.peers ?? []) made.connect(peer);
	return made;
}
