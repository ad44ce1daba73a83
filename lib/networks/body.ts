/** Deeper than any answer of any network; deeper ones only serve to overflow whoever walks them. */
const DEEPEST = 64;

/** Why a body was not taken. */
export class BodyRefused extends Error {
	override name = 'BodyRefused';
}

/** Reads a body as UTF-8, within the same bounds as `readBytes`. */
export async function readBody(
	response: Response,
	maxBytes: number,
	signal: AbortSignal,
): Promise<{ text: string; bytes: number }> {
	const decoder = new TextDecoder();
	let text = '';
	const bytes = await readChunks(response, { maxBytes, signal }, (chunk) => {
		text += decoder.decode(chunk, { stream: true });
	});
	return { text: text + decoder.decode(), bytes };
}

/** Reads a body as it is, and stops as `readBody` does. */
export async function readBytes(
	response: Response,
	maxBytes: number,
	signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	const bytes = await readChunks(response, { maxBytes, signal }, (chunk) => chunks.push(chunk));
	const whole = new Uint8Array(bytes);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.byteLength;
	}
	return whole;
}

/**
 * Reads a body piece by piece and stops where it is longer than `maxBytes`, or when `signal` aborts, whatever the stream
 * does then. Rejects with BodyRefused, the signal's reason, or what the stream failed with.
 */
async function readChunks(
	response: Response,
	{ maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
	take: (chunk: Uint8Array) => void,
): Promise<number> {
	const reader = response.body?.getReader();
	if (!reader) return 0;
	const stop = new AbortController();
	const aborted = new Promise<'aborted'>((resolve) => {
		const leave = () => resolve('aborted');
		if (signal.aborted) leave();
		signal.addEventListener('abort', leave, { signal: stop.signal });
	});
	let bytes = 0;
	try {
		for (;;) {
			const next = await Promise.race([reader.read(), aborted]);
			if (next === 'aborted') throw signal.reason;
			const { done, value } = next;
			if (done) return bytes;
			bytes += value.byteLength;
			if (bytes > maxBytes) throw new BodyRefused('too long');
			take(value);
		}
	} catch (problem) {
		// The rest is of no use to anybody; that it cannot be stopped changes nothing.
		void Promise.allSettled([reader.cancel(problem)]);
		throw problem;
	} finally {
		stop.abort();
	}
}

/** Parses JSON that is nested no deeper than 64. Throws BodyRefused. */
export function parseJson(text: string): unknown {
	if (isDeep(text)) throw new BodyRefused('too deep');
	try {
		return JSON.parse(text);
	} catch {
		throw new BodyRefused('not JSON');
	}
}

function isDeep(text: string): boolean {
	let depth = 0;
	for (let at = 0; at < text.length; at += 1) {
		const letter = text[at];
		if (letter === '"') at = endOfString(text, at);
		else if (letter === ']' || letter === '}') depth -= 1;
		else if (letter === '[' || letter === '{') depth += 1;
		if (depth > DEEPEST) return true;
	}
	return false;
}

/** Where the string that opens at `at` closes; the end of the text when it does not. */
function endOfString(text: string, at: number): number {
	for (let end = text.indexOf('"', at + 1); end > 0; end = text.indexOf('"', end + 1)) {
		let back = end - 1;
		while (text[back] === '\\') back -= 1;
		if ((end - back) % 2 === 1) return end;
	}
	return text.length;
}
