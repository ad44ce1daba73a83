/**
 * A strict town square on AT Protocol for tests and for trying things out: two servers of repositories, two views of
 * different operators, the directory of DIDs and the names of its people; in memory, on 127.0.0.1. Whatever a real
 * one would refuse is refused; what no client may do is noted in `problems`.
 */
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Faults, makeFaults } from '../faults';
import { answerFor } from '../hosts';
import { answer, enterDirectory } from './http/answer';
import { type Desk, type LogEntry, makeServer, type Tamper } from './http/serve';
import type { Accepted, Home, View, World } from './model';
import { type Outside, outside } from './outside';
import { SEEDS, type SeedName } from './seeds';
import { DIRECTORY } from './sites';

export type { LogEntry } from './http/serve';
export type { Person } from './model';

export type SquareOptions = {
	/** Of the first server; a free one if left out. */
	port?: number;
	/** What lives there; `bare` if left out. */
	seed?: SeedName;
	/** Epoch ms. */
	now?: () => number;
	/** Host of the square, under which its people have their handles; `square.test` if left out. */
	domain?: string;
	/** Host of the other operator, with a server and a view of its own; `harbour.test` if left out. */
	other?: string;
	/** DID documents name `https://square.test` in place of `http://127.0.0.1:<port>`: only who knows the name gets there. */
	named?: boolean;
	/** As the platform's fetch: for the documents of programs that sign in. */
	fetch?: typeof fetch;
};

export type Square = Outside & {
	domain: string;
	/** `http://127.0.0.1:<port>`: always there. */
	origin: string;
	/** Of the other server. */
	otherOrigin: string;
	/** Origin under which the square is known: its name, or the same as `origin`. */
	known: string;
	/** Of both operators, the square's own first; each is named `<did>#bsky_appview`. */
	views: readonly View[];
	log: LogEntry[];
	/** Every write of a client that a server of repositories took, in order. */
	accepted: readonly Accepted[];
	/** What no client may do. Tests assert that it is empty. */
	problems: string[];
	faults: Omit<Faults, 'take'>;
	/** From now on every answer passes through it; undefined: an honest server. */
	tamperWith(tamper: Tamper | undefined): void;
	/** Names for which it answers: what a proxy has to lead here. */
	hosts: ReadonlyMap<string, string>;
	stop(): Promise<void>;
};

export async function startSquare(options: SquareOptions = {}): Promise<Square> {
	const domain = options.domain ?? 'square.test';
	const other = options.other ?? 'harbour.test';
	const world = emptyWorld(domain, options);
	const desk: Desk = {
		world,
		faults: makeFaults(),
		log: [],
		timers: new Set(),
		tamper: undefined,
		answer: (incoming) => answer(world, incoming),
	};
	const servers = [makeServer(desk), makeServer(desk)] as const;
	const origin = await listen(servers[0], options.port ?? 0);
	const otherOrigin = await listen(servers[1], 0);
	world.origin = origin;
	const names = [domain, other] as const;
	const origins = [origin, otherOrigin] as const;
	world.homes = names.map((host, n) =>
		makeHome(host, options.named ? `https://${host}` : (origins[n] ?? '')),
	);
	world.hostsOf = (n) => [names[n] ?? '', new URL(origins[n] ?? origin).host];
	world.views = names.map((host) => makeView(`view.${host}`));
	const handles = outside(world);
	SEEDS[options.seed ?? 'bare'](handles);
	const hosts = new Map(
		[DIRECTORY, domain, `*.${domain}`, other, `*.${other}`].map((host) => [
			host,
			host.endsWith(other) && !host.startsWith('*') ? otherOrigin : origin,
		]),
	);
	const leave = [
		enterDirectory(world),
		...[...hosts].map(([host, where]) => answerFor(host, where)),
	];
	return {
		...handles,
		// Spread, a getter is read once: whoever comes later would be missing.
		get people() {
			return handles.people;
		},
		domain,
		origin,
		otherOrigin,
		known: world.homes[0]?.origin ?? origin,
		views: world.views,
		hosts,
		log: desk.log,
		accepted: world.accepted,
		problems: world.problems,
		faults: desk.faults,
		tamperWith(tamper) {
			desk.tamper = tamper;
		},
		async stop() {
			for (const one of leave.splice(0)) one();
			for (const timer of desk.timers) clearTimeout(timer);
			await Promise.all(servers.map(close));
		},
	};
}

function emptyWorld(domain: string, options: SquareOptions): World {
	return {
		domain,
		now: options.now ?? Date.now,
		fetch: options.fetch ?? fetch,
		origin: '',
		homes: [],
		people: new Map(),
		records: new Map(),
		blobs: new Map(),
		accepted: [],
		views: [],
		labels: [],
		usualLabelers: [],
		grants: [],
		oldTokens: new Set(),
		requests: new Map(),
		notices: [],
		reports: [],
		media: new Map(),
		serial: 0,
		lastAt: 0,
		stranger: false,
		rates: { on: false, limit: 3000, seconds: 300, counts: new Map() },
		nonces: { secret: randomBytes(16).toString('hex'), turn: 0, jtis: new Set() },
		hostsOf: () => [],
		problems: [],
	};
}

function makeHome(host: string, origin: string): Home {
	const did = `did:web:${host}`;
	return {
		host,
		origin,
		did,
		title: host,
		domains: [`.${host}`],
		links: {},
		inviteCodeRequired: false,
		document: { '@context': ['https://www.w3.org/ns/did/v1'], id: did },
		pages: new Map(),
	};
}

function makeView(host: string): View {
	const did = `did:web:${host}`;
	const service = [
		{ id: '#bsky_appview', type: 'BskyAppView', serviceEndpoint: `https://${host}` },
	];
	return {
		did,
		host,
		title: host,
		document: { '@context': ['https://www.w3.org/ns/did/v1'], id: did, service },
		up: true,
		hides: new Set(),
		lacks: new Set(),
		kept: new Map(),
	};
}

async function listen(server: Server, port: number): Promise<string> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}
