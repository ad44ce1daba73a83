import type { Text } from '../../lib/model';

/** The sentence that an error carries for people; undefined when it has none. */
export function textOf(error: unknown): Text | undefined {
	if (!(error instanceof Error) || !('text' in error)) return undefined;
	const { text } = error;
	return typeof text === 'object' && text !== null && 'key' in text ? (text as Text) : undefined;
}

/**
 * For work whose failure is written down where people see it (the state of a source, a banner): what servers and the
 * network do ends here, a fault of ours is reported.
 */
export function writtenDown(error: unknown): void {
	const aborted = error instanceof DOMException && error.name === 'AbortError';
	if (!aborted && !textOf(error)) reportError(error);
}

/** What is said of a host, with its name before it where the sentence does not hold it. */
export function named(host: string, sentence: string): string {
	return sentence.includes(host) ? sentence : `${host}: ${sentence}`;
}
