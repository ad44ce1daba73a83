import { ArchiveProblem } from './problems';
import type { SourceFile } from './source/source';

/** The manifest of a large archive has some 200 kB; the other small files less. */
const MAX_BYTES = 16 << 20;

/**
 * The value that a small file assigns (`window.X = …`); undefined when it is too large, damaged or no JSON: then
 * the import goes on without it. A file that is gone, or a cancelled import, throws.
 */
export async function readValue(file: SourceFile, signal: AbortSignal): Promise<unknown> {
	if (file.size > MAX_BYTES) return undefined;
	try {
		const text = new TextDecoder().decode(await readWhole(file, signal));
		const start = text.search(/[[{]/);
		return start < 0 ? undefined : JSON.parse(text.slice(start).replace(/[;\s]+$/, ''));
	} catch (error) {
		signal.throwIfAborted();
		const gone = error instanceof ArchiveProblem && error.problem.code === 'unreadable';
		if (gone || !(error instanceof ArchiveProblem || error instanceof SyntaxError)) throw error;
		return undefined;
	}
}

/** All bytes of a file. With a reader: `Response` would hide what is wrong behind an error of its own. */
export async function readWhole(
	file: SourceFile,
	signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
	const reader = file.stream(signal).getReader();
	const bytes = new Uint8Array(file.size);
	let length = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return bytes.subarray(0, length);
		bytes.set(value, length);
		length += value.length;
	}
}
