import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ARTIFACTS, ROOT } from '../browsers/extension';
import type { Step } from './gate-step';
import { program, runProcess } from './process';

const LIMIT_MS = 480_000;

/** What is read of Vitest's JSON report. */
type Report = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
};

/** Everything that Vitest runs; a file that could not even be loaded is a failed test, and so is a skipped test. */
export function unitTests(pattern: string | undefined): Step {
	return { name: 'unit tests', run: () => runVitest('vitest.config.ts', 'unit', pattern) };
}

/** The adapters against a real server, without a browser. */
export function realServerTests(): Step {
	const config = 'tests/real/vitest.config.ts';
	return { name: 'adapters on a real server', run: () => runVitest(config, 'adapters', undefined) };
}

async function runVitest(config: string, name: string, pattern: string | undefined) {
	const file = resolve(ARTIFACTS, 'test', `${name}.json`);
	const args = [
		'run',
		'-c',
		config,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`,
	];
	if (pattern !== undefined) args.push('-t', pattern);
	const { code, output } = await runProcess(program('vitest'), args, ROOT, LIMIT_MS);
	if (!existsSync(file)) return { passed: 0, failed: 1, details: output };
	const report: Report = JSON.parse(readFileSync(file, 'utf8'));
	const crashed = report.testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
	).length;
	const left = pattern === undefined ? report.numPendingTests + report.numTodoTests : 0;
	const failed = report.numFailedTests + crashed + left;
	return {
		passed: report.numPassedTests,
		failed: Math.max(failed, code === 0 ? 0 : 1),
		details: left > 0 ? `${output}\n${left} tests were skipped.` : output,
	};
}
