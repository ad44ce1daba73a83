import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { BACKGROUND_LIMIT, backgroundBytes, extensionFolder, ROOT } from '../browsers/extension';
import { buildExtension } from './build';
import { oneTest, type Step } from './gate-step';
import { lintForFirefox } from './lint-firefox';
import { program, runProcess } from './process';

const LIMIT_MS = 240_000;
const SOURCES = ['lib', 'components', 'entrypoints'] as const;

/** The unpacked extension for each browser; what comes after needs them. */
export function builds(): Step[] {
	return (['chromium', 'firefox'] as const).map((browser) => ({
		name: `build for ${browser}`,
		run: async () => {
			await buildExtension(browser);
			// tests/static holds it to the limit.
			const told = `background.js ${backgroundBytes(browser)} of ${BACKGROUND_LIMIT} bytes`;
			return { ...oneTest(0, ''), told };
		},
	}));
}

/** What Mozilla's store would refuse at once; after the builds. */
export const storeCheck: Step = {
	name: 'the store’s own check',
	run: async () => {
		const { warnings } = await lintForFirefox(extensionFolder('firefox'));
		return { ...oneTest(0, ''), told: `${warnings.length} warnings` };
	},
};

/** Types with and without the DOM, style and lint, direction of imports, what nobody uses. */
export function staticChecks(): Step[] {
	return [
		check('types', 'tsc', ['-p', 'tsconfig.json']),
		check('types of lib without a DOM', 'tsc', ['-p', 'tsconfig.worker.json']),
		check('lint and format', 'biome', ['ci', '--colors=off', '--max-diagnostics=200', '.']),
		{ name: 'imports point one way', run: cruise },
		check('nothing unused', 'knip', ['--no-progress']),
	];
}

function check(name: string, command: string, args: readonly string[]): Step {
	return {
		name,
		run: async () => {
			const { code, output } = await runProcess(program(command), args, ROOT, LIMIT_MS);
			return oneTest(code, output);
		},
	};
}

/** dependency-cruiser passes over what it cannot read without a word, so what it saw is counted. */
async function cruise() {
	const args = ['--no-progress', ...SOURCES];
	const { code, output } = await runProcess(program('depcruise'), args, ROOT, LIMIT_MS);
	const seen = Number(/\((\d+) modules, \d+ dependencies cruised\)/.exec(output)?.[1] ?? 0);
	const files = SOURCES.reduce((sum, folder) => sum + countSources(folder), 0);
	if (code === 0 && seen < files) {
		return oneTest(1, `${output}\nIt saw ${seen} modules, but there are ${files} source files.`);
	}
	return oneTest(code, output);
}

function countSources(folder: string): number {
	const names = readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' });
	return names.filter((name) => /\.tsx?$/.test(name)).length;
}
