import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
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
	ensureBrowsers(['chromium']);
	if (!argv.includes('--no-build')) await buildExtension('chromium');
	if (name !== undefined && !name.startsWith('--')) {
		print(await (await load(name)).run(parseOptions(argv.slice(1))));
		return 0;
	}
	const results: Record<string, object> = {};
	for (const bench of benchNames()) {
		const module = await load(bench);
		console.log(`\n${bench}`);
		results[bench] = await module.run({ ...module.small, ...parseOptions(argv) });
	}
	print(results);
	return 0;
}

function benchNames(): string[] {
	const files = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
	return files
		.filter((file) => file.endsWith('.ts') && !PART_OF_A_BENCH.test(file))
		.map((file) => file.slice(0, -3))
		.sort();
}

async function load(name: string): Promise<BenchModule> {
	if (!benchNames().includes(name)) {
		throw new Error(`There is no bench "${name}". There is: ${benchNames().join(', ')}.`);
	}
	const config = { root: ROOT, configFile: false, logLevel: 'error' } as const;
	const { module } = await runnerImport<BenchModule>(resolve(FOLDER, `${name}.ts`), config);
	return module;
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
