/**
 * The door of `npm start`, `npm test` and `npm run bench`: plain Node, nothing else, so that it runs on a
 * fresh clone. It installs the packages when they are missing, then loads tests/commands/<name>.ts, or any
 * TypeScript file that exports `run(argv)`, through Vite.
 *
 *   node tests/run.mjs <command | file.ts> [arguments]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What Vite 8 and WXT run on. */
const OLDEST_NODE = [20, 19];

/** @param {string} path */
function lockedPackages(path) {
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** npm leaves a copy of what it installed; compared by content, since dates say nothing after a checkout. */
function packagesAreInstalled() {
	const installed = lockedPackages(resolve(root, 'node_modules/.package-lock.json'));
	return Object.entries(lockedPackages(resolve(root, 'package-lock.json'))).every(
		([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
	);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function must(command, args) {
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	if (status === 0) return;
	throw new Error(`\`${command} ${args.join(' ')}\` failed${error ? `: ${error.message}` : ''}.`);
}

function prepare() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
	if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
		throw new Error(
			`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
		);
	}
	if (!packagesAreInstalled()) {
		console.log('Installing packages (npm ci) …');
		must('npm', ['ci', '--no-audit', '--no-fund']);
	}
	if (!existsSync(resolve(root, '.wxt/tsconfig.json'))) must('npx', ['wxt', 'prepare']);
}

/** @param {readonly string[]} argv */
async function main([name = 'test', ...argv]) {
	prepare();
	const file = name.endsWith('.ts') ? resolve(name) : resolve(root, 'tests/commands', `${name}.ts`);
	if (!existsSync(file)) throw new Error(`There is no ${file}.`);
	const vite = pathToFileURL(resolve(root, 'node_modules/vite/dist/node/index.js')).href;
	const { runnerImport } = await import(vite);
	const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' });
	return (await module.run(argv)) ?? 0;
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error && !process.env.DEBUG ? `${error.stack}` : error);
	process.exitCode = 1;
}
