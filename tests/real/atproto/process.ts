import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Programs } from './packages';

/** What the servers' process answers when it has started: origins, and the DIDs of the AppViews. */
export type Started = {
	plc: string;
	/** What the PDS calls itself, and where it listens; the same unless it has a name of its own. */
	pds: string;
	door: string;
	view: { url: string; did: string };
	other: { url: string; did: string };
};

/** JSON documents on a web that only the reference servers see, by address. */
export type Documents = Readonly<Record<string, object>>;

type Orders = {
	start: (order: { database: string; documents: Documents; hostname?: string }) => Started;
	publish: (order: { url: string; json: object }) => undefined;
	view: (order: { up: boolean }) => undefined;
	settled: (order: object) => undefined;
	labeler: (order: { did: string }) => undefined;
	label: (order: { src: string; uri: string; cid?: string; val: string }) => undefined;
	memory: (order: object) => number;
};

export type ServersProcess = {
	/** Has the servers do something; throws with their own words when they fail. */
	order<Name extends keyof Orders>(
		name: Name,
		order: Parameters<Orders[Name]>[0],
	): Promise<ReturnType<Orders[Name]>>;
	stop(): Promise<void>;
};

type Answer = { id: number; done?: unknown; failed?: string };
type Waiting = { resolve(done: unknown): void; reject(why: Error): void };

const KEPT_LINES = 40;

/** Starts the process in which the servers will run, with all their files in `folder`; they start with the order `start`. */
export function startProcess({ node, servers }: Programs, folder: string): ServersProcess {
	const child: ChildProcess = spawn(node, [servers], {
		env: { PATH: process.env['PATH'], TMPDIR: folder, NODE_ENV: 'development' },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => {
			said.push(...text.split('\n'));
			said.splice(0, said.length - KEPT_LINES);
		});
	}
	const waiting = new Map<number, Waiting>();
	child.on('message', ({ id, done, failed }: Answer) => {
		const one = waiting.get(id);
		waiting.delete(id);
		if (failed === undefined) one?.resolve(done);
		else one?.reject(new Error(`The reference servers failed: ${failed}`));
	});
	child.on('exit', (code) => {
		const why = new Error(`The reference servers ended with ${code}:\n${said.join('\n')}`);
		for (const { reject } of waiting.values()) reject(why);
		waiting.clear();
	});
	let last = 0;
	return {
		order<Name extends keyof Orders>(name: Name, order: Parameters<Orders[Name]>[0]) {
			last += 1;
			const id = last;
			return new Promise<ReturnType<Orders[Name]>>((resolve, reject) => {
				waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
				child.send({ ...order, id, order: name }, (error) => error && reject(error));
			});
		},
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const gone = once(child, 'exit');
			// Whatever they still wanted to write down is of no use to anybody.
			child.kill('SIGKILL');
			await gone;
		},
	};
}
