import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { ARTIFACTS, type BrowserName, ROOT } from '../browsers/extension';
import type { Step } from './gate-step';
import { program, runProcess } from './process';

const LIMIT_MS = 2_400_000;

/**
 * Journeys of one run that may pass at a second try: real browsers on two busy cores trip about once in three hundred.
 * Each is named beside the result, to be looked into; more of them are no accident, and fail the run.
 */
const SECOND_TRIES = 2;
/** What tests/e2e/town.ts finds at the end of each journey: no accident, whatever a second try brings. */
const NEVER = /requests to others|hosts that the proxy refused|errors in the console/;

/** What is read of Playwright's JSON report. */
type Report = {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	errors: readonly { message?: string }[];
	suites: readonly Suite[];
};
type Suite = {
	suites?: readonly Suite[];
	specs: readonly {
		title: string;
		file: string;
		tests: readonly Tried[];
	}[];
};

type Tried = {
	projectName: string;
	status: string;
	results: readonly { errors: readonly { message?: string }[] }[];
};

/** The journeys, through the screens, in the browsers given. A test that did not run counts as failed. */
export function endToEnd(browsers: readonly BrowserName[], pattern: string | undefined): Step {
	return {
		name: `end to end in ${browsers.join(' and ')}`,
		run: () => runPlaywright('tests/e2e', browsers, pattern),
	};
}

/** The same on a real server. */
export function journeysOnRealServers(browsers: readonly BrowserName[]): Step {
	return {
		name: `journeys on a real server in ${browsers.join(' and ')}`,
		run: () => runPlaywright('tests/real', browsers, undefined),
	};
}

async function runPlaywright(
	folder: 'tests/e2e' | 'tests/real',
	browsers: readonly BrowserName[],
	pattern: string | undefined,
) {
	const file = resolve(ARTIFACTS, 'test', `${basename(folder)}.json`);
	const args = ['test', '-c', `${folder}/playwright.config.ts`, '--reporter=list,json'];
	// Whoever runs some by name looks for what trips.
	if (pattern === undefined) args.push('--retries=1');
	for (const browser of browsers) args.push('--project', browser);
	if (pattern !== undefined) args.push('-g', pattern);
	const { code, output } = await runProcess(
		program('playwright'),
		args,
		ROOT,
		LIMIT_MS,
		(text) => process.stdout.write(progress(text)),
		{ PLAYWRIGHT_JSON_OUTPUT_FILE: file },
	);
	if (!existsSync(file)) return { passed: 0, failed: 1, details: output };
	const { stats, errors, suites }: Report = JSON.parse(readFileSync(file, 'utf8'));
	const tried = suites.flatMap(secondTries);
	const isFine = tried.length <= SECOND_TRIES && !tried.some(({ grave }) => grave);
	const again = isFine ? stats.flaky : 0;
	const failed = stats.unexpected + stats.flaky - again + stats.skipped + errors.length;
	const told = tried.map(({ name }) => name).join('; ');
	return {
		passed: stats.expected + again,
		failed: Math.max(failed, code === 0 ? 0 : 1),
		details: output,
		...(told && { told: `at a second try: ${told}`, worthALook: true }),
	};
}

/** What failed first and passed then. */
function secondTries({ suites = [], specs }: Suite): { name: string; grave: boolean }[] {
	const here = specs.flatMap(({ title, file, tests }) =>
		tests
			.filter(({ status }) => status === 'flaky')
			.map(({ projectName, results }) => ({
				name: `[${projectName}] ${file} › ${title}`,
				grave: results.some(({ errors }) => errors.some(({ message = '' }) => NEVER.test(message))),
			})),
	);
	return [...here, ...suites.flatMap(secondTries)];
}

/** One line per test while it runs; the rest is for the end. */
function progress(text: string): string {
	const lines = text.split('\n').filter((line) => /^ {2}[✓✘ox-] /.test(line));
	return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
