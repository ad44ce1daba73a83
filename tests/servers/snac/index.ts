/**
 * A real server of the Mastodon API on 127.0.0.1: snac, with people who follow each other and write. Small, and odd
 * where others are not: no /api/v2/instance, no rules, no limits, a login form without labels.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../port';
import { addPerson, makeHome, type SnacPerson } from './home';
import { type Account, knock, type Status, snacPeople, type Words } from './people';
import { snacProgram } from './program';

export type SnacOptions = {
	/** Names of the people who live there. */
	people: readonly string[];
};

export type Snac = {
	/** `http://127.0.0.1:<port>` */
	origin: string;
	/** `127.0.0.1:<port>` */
	host: string;
	people: readonly SnacPerson[];
	/** Asks its API as one of the people; throws when it refuses. */
	ask<T>(as: string, method: string, path: string, body?: Words): Promise<T>;
	/** Writes a post and returns it; its followers have it a second or so later. */
	post(as: string, text: string, more?: Words): Promise<Status>;
	/** Resolves once the other one knows of it; that takes snac some seconds. */
	follow(as: string, whom: string): Promise<void>;
	account(of: string): Promise<Account>;
	/** How many sessions it has that were not ended. */
	tokens(): number;
	/** Ends the server and keeps what it knows. */
	down(): Promise<void>;
	/** Starts it again, at the same address. */
	up(): Promise<void>;
	/** Ends it and deletes everything. */
	stop(): Promise<void>;
};

const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 50;

/** Starts snac with people who have just moved in. Throws a sentence when the program cannot be had. */
export async function startSnac({ people: names }: SnacOptions): Promise<Snac> {
	const program = snacProgram();
	const folder = await mkdtemp(join(tmpdir(), 'townsquare-snac-'));
	const home = join(folder, 'home');
	const port = await freePort();
	const host = `127.0.0.1:${port}`;
	const origin = `http://${host}`;
	makeHome(program, home, port);
	const people = names.map((name) => addPerson(program, home, name));
	let child: ChildProcess | undefined;
	const down = async () => {
		if (!child || child.exitCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGTERM');
		await gone;
	};
	const up = async () => {
		child = spawn(program, ['httpd', home], { stdio: 'ignore' });
		await answering(origin, child).catch(async (error: unknown) => {
			await down();
			throw error;
		});
	};
	await up();
	return {
		origin,
		host,
		people,
		...snacPeople(origin, people),
		tokens: () => readdirSync(join(home, 'token')).length,
		down,
		up,
		async stop() {
			await down();
			await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

async function answering(origin: string, child: ChildProcess): Promise<void> {
	let cause: unknown;
	for (const end = Date.now() + PATIENCE_MS; ; ) {
		try {
			if ((await knock(`${origin}/api/v1/instance`)).ok) return;
		} catch (error) {
			cause = error;
		}
		if (child.exitCode !== null) throw new Error(`snac ended with ${child.exitCode}.`);
		if (Date.now() > end)
			throw new Error(`snac did not answer within ${PATIENCE_MS} ms.`, { cause });
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
}
