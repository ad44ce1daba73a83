import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../servers/port';

/** PostgreSQL refuses to run as root: then it runs as the user `nobody`. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 50;
/** Nothing here outlives the tests, so nothing waits for the disk; and no socket lies about in the file system. */
const SETTINGS = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	shared_buffers: '32MB',
	max_connections: '60',
};

/**
 * Ends with whoever started it, however that one ended: then the pipe is closed. It does not wait for those who are
 * connected.
 */
const WITH_ME = '"$@" & read -r _; kill -QUIT $!; wait $!';

export type Database = {
	/** `postgresql://postgres@127.0.0.1:<port>/postgres` */
	url: string;
	stop(): Promise<void>;
};

/** Starts a PostgreSQL of its own in a new folder, on a free port of this machine. `programs` is its bin folder. */
export async function startDatabase(programs: string): Promise<Database> {
	const folder = await mkdtemp(join(tmpdir(), 'townsquare-postgres-'));
	const asRoot = process.getuid?.() === 0;
	const who = asRoot ? NOBODY : {};
	if (asRoot) chownSync(folder, NOBODY.uid, NOBODY.gid);
	const data = join(folder, 'data');
	const port = await freePort();
	let child: ChildProcess | undefined;
	const stop = async () => {
		if (child && child.exitCode === null && child.signalCode === null) {
			const gone = once(child, 'exit');
			child.stdin?.end();
			await gone;
		}
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'];
		const { status, stderr, error } = spawnSync(
			join(programs, 'initdb'),
			[...made, '--locale=C.UTF-8'],
			{ ...who, cwd: folder, encoding: 'utf8' },
		);
		if (status !== 0) throw new Error(`PostgreSQL made no database: ${error?.message ?? stderr}`);
		const settings = Object.entries(SETTINGS).flatMap(([name, value]) => [
			'-c',
			`${name}=${value}`,
		]);
		const program = [join(programs, 'postgres'), '-D', data, '-p', String(port), ...settings];
		child = spawn('sh', ['-c', WITH_ME, 'sh', ...program], {
			...who,
			cwd: folder,
			stdio: ['pipe', 'ignore', 'ignore'],
		});
		await listening(port, child);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop };
}

async function listening(port: number, child: ChildProcess): Promise<void> {
	for (const end = Date.now() + PATIENCE_MS; ; ) {
		if (await accepts(port)) return;
		if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}.`);
		if (Date.now() > end) throw new Error(`PostgreSQL did not start within ${PATIENCE_MS} ms.`);
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
}

function accepts(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => resolve(true));
		socket.once('error', () => resolve(false));
		socket.once('close', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}
