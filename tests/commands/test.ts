import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ARTIFACTS } from '../browsers/extension';
import { ensureBrowsers } from '../browsers/install';
import { endToEnd } from './gate-e2e';
import { report } from './gate-report';
import { builds, staticChecks, storeCheck } from './gate-static';
import { type Step, takeSteps } from './gate-step';
import { unitTests } from './gate-unit';

const PARTS = ['static', 'unit', 'chromium', 'firefox'] as const;
export type Part = (typeof PARTS)[number];

/**
 * `npm test`: the one gate. Static checks, unit tests, builds, end-to-end tests in both browsers; the last
 * line is `N passed, N failed`, and every check of whatever kind is one of those.
 *
 *   npm test -- --only static,unit,chromium,firefox   some parts
 *   npm test -- -g "pattern"                          tests whose name fits (unit and end to end)
 */
export async function run(argv: readonly string[]): Promise<number> {
	const start = performance.now();
	const parts = chosenParts(argv);
	const pattern = valueAfter(argv, '-g');
	const browsers = (['chromium', 'firefox'] as const).filter((name) => parts.includes(name));
	if (browsers.length > 0) ensureBrowsers(browsers);
	rmSync(resolve(ARTIFACTS, 'test'), { recursive: true, force: true });
	mkdirSync(resolve(ARTIFACTS, 'test'), { recursive: true });

	const first: Step[] = parts.some((part) => part !== 'static') ? builds() : [];
	const results = await takeSteps(first, 2);
	const built = results.every(({ failed }) => failed === 0);
	const second: Step[] = [];
	if (parts.includes('unit')) second.push(unitTests(pattern));
	if (parts.includes('static')) second.push(...staticChecks());
	if (parts.includes('static') && first.length > 0 && built) second.push(storeCheck);
	results.push(...(await takeSteps(second, 2)));
	// Alone, two browsers at a time: they would lose their rhythm beside compilers.
	if (browsers.length > 0 && built) {
		results.push(...(await takeSteps([endToEnd(browsers, pattern)], 1)));
	}
	return report(results, (performance.now() - start) / 1000);
}

function chosenParts(argv: readonly string[]): readonly Part[] {
	const only = valueAfter(argv, '--only');
	if (only === undefined) return PARTS;
	const names = only.split(',');
	const parts = PARTS.filter((part) => names.includes(part));
	if (parts.length !== names.length) throw new Error(`--only knows ${PARTS.join(', ')}.`);
	return parts;
}

function valueAfter(argv: readonly string[], word: string): string | undefined {
	const at = argv.indexOf(word);
	return at < 0 ? undefined : argv[at + 1];
}
