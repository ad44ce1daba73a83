import type { StepResult } from './gate-step';

/** Prints what failed, or is worth a look, in full, then the closing line. A run in which nothing ran has failed. */
export function report(results: readonly StepResult[], seconds: number): number {
	for (const { name, failed, details, worthALook } of results) {
		if (failed > 0 || worthALook) {
			console.log(`\n──── ${name}: ${failed} failed\n${details.trim()}`);
		}
	}
	const passed = results.reduce((sum, step) => sum + step.passed, 0);
	const failed = results.reduce((sum, step) => sum + step.failed, 0);
	console.log(`\n${Math.round(seconds)} s`);
	console.log(`${passed} passed, ${passed + failed === 0 ? 1 : failed} failed`);
	return failed > 0 || passed === 0 ? 1 : 0;
}
