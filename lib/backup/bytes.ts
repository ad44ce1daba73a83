import type { SourceFile } from '../archive';

/** All of a file. A Response would say "network error" of whatever is wrong; this throws what the file itself says. */
export async function bytesOf(
	file: SourceFile,
	signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
	const reader = file.stream(signal).getReader();
	const bytes = new Uint8Array(file.size);
	let at = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return bytes.subarray(0, at);
		bytes.set(value, at);
		at += value.length;
	}
}
