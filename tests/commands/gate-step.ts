export type StepResult = {
	name: string;
	/** Tests within it; a check that is one thing is one test. */
	passed: number;
	failed: number;
	/** Everything a person needs to see why it failed. */
	details: string;
	/** What a person wants to know although it passed. */
	told?: string;
	/** It passed, and the details are worth a look all the same. */
	worthALook?: boolean;
};

export type Step = { name: string; run(): Promise<Omit<StepResult, 'name'>> };

/** Runs the steps, `slots` at a time, in their order; a step that throws has failed, whatever it threw. */
export async function takeSteps(steps: readonly Step[], slots: number): Promise<StepResult[]> {
	const waiting = [...steps];
	const results: StepResult[] = [];
	const worker = async () => {
		for (let step = waiting.shift(); step; step = waiting.shift()) {
			results.push(await takeStep(step));
		}
	};
	await Promise.all(Array.from({ length: slots }, worker));
	return results;
}

async function takeStep(step: Step): Promise<StepResult> {
	const start = performance.now();
	const result = await step.run().catch((error: unknown): Omit<StepResult, 'name'> => {
		return { passed: 0, failed: 1, details: wordsOf(error) };
	});
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const { passed, failed, told } = result;
	const counts = passed + failed > 1 ? `: ${passed} passed, ${failed} failed` : '';
	const also = told === undefined ? '' : `: ${told}`;
	console.log(`${failed > 0 ? '✗' : '✓'} ${step.name}${counts}${also} (${seconds} s)`);
	return { name: step.name, ...result };
}

function wordsOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A step that is one check: it passes when the program ends with 0. */
export function oneTest(code: number, output: string): Omit<StepResult, 'name'> {
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, details: output };
}
