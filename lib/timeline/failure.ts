import { NetworkProblem } from '../networks';
import type { Failure } from '../store';

/** What is written down of a failure; undefined for what is none of the server's, or was cancelled by the person. */
export function failureOf(error: unknown): Failure | undefined {
	if (!(error instanceof NetworkProblem) || error.kind === 'cancelled') return undefined;
	const { text, until } = error;
	return { at: Date.now(), text, ...(until === undefined ? {} : { until }) };
}
