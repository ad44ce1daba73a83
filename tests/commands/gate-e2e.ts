import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { ARTIFACTS, type BrowserName, ROOT } from '../browsers/extension';
import type { Step } from './gate-step';
import { program, runProcess } from './process';

const LIMIT_MS = 2_400_000;

/** What is read of Playwright's JSON report. */
type Report = {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	errors: readonly { message?: string }[];
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
	const { stats, errors }: Report = JSON.parse(readFileSync(file, 'utf8'));
	const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
	return {
		passed: stats.expected,
		failed: Math.max(failed, code === 0 ? 0 : 1),
		details: output,
	};
}

/** One line per test while it runs; the rest is for the end. */
function progress(text: string): string {
	const lines = text.split('\n').filter((line) => /^ {2}[✓✘ox-] /.test(line));
	return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
