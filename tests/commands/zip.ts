import { readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ROOT } from '../browsers/extension';
import { lintForFirefox } from './lint-firefox';
import { program, runProcess } from './process';

const FOLDER = resolve(ROOT, '.output/store');
const LIMIT_MS = 180_000;
const PACKAGES = [
	{ name: 'chrome', args: [] },
	{ name: 'firefox', args: ['-b', 'firefox', '--mv3'] },
] as const;

/**
 * `npm run zip`: the packages that the stores take, and the sources that Mozilla asks for, in `.output/store`. Ids and
 * addresses are settings of a build (README); the key that pins the id of an unpacked build stays out, since a store
 * signs with its own. Throws when a package has one, or when Mozilla's own check finds an error.
 */
export async function run(): Promise<number> {
	rmSync(FOLDER, { recursive: true, force: true });
	for (const { name, args } of PACKAGES) {
		console.log(`Packing for ${name} …`);
		const { code, output } = await runProcess(
			program('wxt'),
			['zip', ...args],
			ROOT,
			LIMIT_MS,
			undefined,
			{ WXT_PACKAGE: 'store' },
		);
		if (code !== 0) throw new Error(`Packing for ${name} failed:\n${output}`);
		const manifest = readFileSync(join(FOLDER, `${name}-mv3`, 'manifest.json'), 'utf8');
		if ('key' in JSON.parse(manifest)) throw new Error(`The package for ${name} has a key.`);
	}
	const { warnings } = await lintForFirefox(join(FOLDER, 'firefox-mv3'));
	console.log(`Mozilla's own check: no errors.`);
	for (const warning of warnings) console.log(`  warns: ${warning}`);
	const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	for (const kind of ['chrome', 'firefox', 'sources']) {
		const file = join(FOLDER, `townsquare-${version}-${kind}.zip`);
		console.log(`${relative(ROOT, file)}: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
	}
	return 0;
}
