import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { ROOT } from '../browsers/extension';
import { ensureBrowsers } from '../browsers/install';
import { buildExtension } from './build';

/** `--n 100000 --file X.zip --quick` → { n: '100000', file: 'X.zip', quick: 'true' }. */
export type BenchOptions = Readonly<Record<string, string>>;
type BenchModule = {
	/** Prints what it likes; what it returns becomes the one JSON line at the end. */
	run(options: BenchOptions): Promise<object>;
	/** Options of `npm run bench` without a name: a small run of seconds. */
	small: BenchOptions;
};

const FOLDER = resolve(ROOT, 'tests/bench');
const PART_OF_A_BENCH = /[-.](floor|page|posts|worker|entry|test)\.ts$/;

/** `npm run bench -- <name> [options]` measures one; without a name all, small. The last line is one JSON object. */
export async function run(argv: readonly string[]): Promise<number> {
	const [name] = argv;
	if (argv.includes('--help')) {
		console.log(
			`npm run bench -- [name] [options]   one of: ${benchNames().join(', ')}; all, small, without a name`,
		);
		return 0;
	}
	ensureBrowsers(['chromium']);
	if (!argv.includes('--no-build')) await buildExtension('chromium');
	const vite = await createServer({
		root: ROOT,
		configFile: false,
		logLevel: 'error',
		appType: 'custom',
		optimizeDeps: { noDiscovery: true },
		server: { middlewareMode: true, ws: false, watch: null },
	});
	try {
		print(await measured(vite, name, argv));
	} finally {
		await vite.close();
	}
	return 0;
}

async function measured(
	vite: ViteDevServer,
	name: string | undefined,
	argv: readonly string[],
): Promise<object> {
	if (name !== undefined && !name.startsWith('--'))
		return (await load(vite, name)).run(parseOptions(argv.slice(1)));
	const results: Record<string, object> = {};
	for (const bench of benchNames()) {
		const module = await load(vite, bench);
		console.log(`\n${bench}`);
		results[bench] = await module.run({ ...module.small, ...parseOptions(argv) });
	}
	return results;
}

function benchNames(): string[] {
	const files = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
	return files
		.filter((file) => file.endsWith('.ts') && !PART_OF_A_BENCH.test(file))
		.map((file) => file.slice(0, -3))
		.sort();
}

/** What it loads later, when it runs, is loaded the same way. */
async function load(vite: ViteDevServer, name: string): Promise<BenchModule> {
	if (!benchNames().includes(name)) {
		throw new Error(`There is no bench "${name}". There is: ${benchNames().join(', ')}.`);
	}
	return (await vite.ssrLoadModule(resolve(FOLDER, `${name}.ts`))) as BenchModule;
}

/** Options as words: each `--name value`, or `--name` alone for true. */
export function parseOptions(argv: readonly string[]): BenchOptions {
	const options: Record<string, string> = {};
	for (const [index, word] of argv.entries()) {
		if (!word.startsWith('--')) continue;
		const next = argv[index + 1];
		options[word.slice(2)] = next === undefined || next.startsWith('--') ? 'true' : next;
	}
	return options;
}

function print(result: object): void {
	console.log(JSON.stringify(result));
}
