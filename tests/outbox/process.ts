import 'fake-indexeddb/auto';
import { NETWORKS } from '../../lib/networks/adapters';
import { surround } from '../../lib/sessions';
import { memoryLocks } from '../fixtures/locks';
import { fetchMapped } from '../servers/fetch-mapped';

/** What befalls a call. All but the first are for calls to a server. */
export const DEATHS = [
	/** The worker is killed before it. */
	'killed',
	/** The server has done it, and the worker is killed before it hears of it. */
	'killed after',
	/** The network is cut before it gets there. */
	'cut',
	/** The server has done it, and says 500. */
	'500 after',
	/** The server has done it, and nothing comes back. */
	'silence after',
	/** Nothing comes back, and the server does it half a minute later. */
	'late',
] as const;
export type Death = (typeof DEATHS)[number];

/** The worker is dead: nothing that it does has an effect any more. */
export class Killed extends Error {
	override name = 'Killed';
}

const TIMEOUT_MS = 20_000;
const LATE_MS = 30_000;

/** Time that passes only when somebody waits, and what servers do later. */
export class Clock {
	now = Date.UTC(2026, 8, 1);
	private later: { at: number; work: () => Promise<unknown> }[] = [];

	async pass(ms: number): Promise<void> {
		this.now += ms;
		const due = this.later.filter(({ at }) => at <= this.now);
		this.later = this.later.filter(({ at }) => at > this.now);
		for (const { work } of due) await work();
	}

	after(ms: number, work: () => Promise<unknown>): void {
		this.later.push({ at: this.now + ms, work });
	}
}

type Fault = { call: number; death: Death };

/** A background worker whose calls to servers and to the store are numbered, and that one fault befalls. */
export class Process {
	calls = 0;
	/** What the numbered calls were: for reading, and for knowing which are calls to a server. */
	readonly names: string[] = [];
	private dead = false;
	private readonly clock: Clock;
	private readonly fault: Fault | undefined;

	constructor(clock: Clock, fault?: Fault) {
		this.clock = clock;
		this.fault = fault;
	}

	/** From now on lib runs in it; whatever ran in another is dead. */
	start(online: () => boolean = () => true): void {
		current = this;
		surround({
			networks: async () => NETWORKS,
			fetch: (url, init) => this.fetch(url, init),
			now: () => this.clock.now,
			online,
			wait: (ms) => this.clock.pass(ms),
			locked: memoryLocks(),
		});
	}

	/** Numbers a call; true when the fault befalls it. Throws in a dead worker, and where it dies before the call. */
	private number(name: string): boolean {
		if (this.dead) throw new Killed();
		this.calls += 1;
		this.names.push(name);
		const hit = this.calls === this.fault?.call;
		const isStore = name.startsWith('store');
		if (hit && (isStore || this.fault?.death === 'killed')) this.die();
		return hit;
	}

	private die(): never {
		this.dead = true;
		throw new Killed();
	}

	touchStore(stores: string): void {
		this.number(`store ${stores}`);
	}

	private async fetch(url: string, init: RequestInit): Promise<Response> {
		const { pathname } = new URL(url);
		const hit = this.number(`${init.method ?? 'GET'} ${pathname}`);
		const { signal: _, ...rest } = init;
		const answer = () => fetchMapped(url, rest);
		if (!hit) return this.alive(await answer());
		switch (this.fault?.death) {
			case 'killed after':
				await (await answer()).arrayBuffer();
				return this.die();
			case '500 after':
				await (await answer()).arrayBuffer();
				return new Response('{"error":"Internal Server Error"}', {
					status: 500,
					headers: { 'content-type': 'application/json' },
				});
			case 'silence after':
				await (await answer()).arrayBuffer();
				await this.clock.pass(TIMEOUT_MS);
				throw new TypeError('fetch failed');
			case 'late':
				this.clock.after(LATE_MS, async () => (await answer()).arrayBuffer());
				throw new TypeError('fetch failed');
			default:
				throw new TypeError('fetch failed');
		}
	}

	private alive<T>(value: T): T {
		if (this.dead) throw new Killed();
		return value;
	}
}

let current: Process | undefined;

/** Every transaction is a call to the store. */
export function numberStore(): void {
	const { prototype } = IDBDatabase;
	if ('numbered' in prototype) return;
	const original = prototype.transaction;
	Object.defineProperty(prototype, 'numbered', { value: true });
	prototype.transaction = function transaction(this: IDBDatabase, ...asked) {
		current?.touchStore(String(asked[0]));
		return original.apply(this, asked);
	};
}

/** What runs now is no worker of the suite: its calls are not numbered. */
export function outside(): void {
	current = undefined;
}
