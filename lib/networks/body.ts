/** Deeper than any answer of any network; deeper ones only serve to overflow whoever walks them. */
const DEEPEST = 64;

/** Why a body was not taken. */
export class BodyRefused extends Error {
	override name = 'BodyRefused';
}

/**
 * Reads a body as UTF-8 and stops where it is longer than `maxBytes`, or when `signal` aborts, whatever the stream
 * does then. Rejects with BodyRefused, the signal's reason, or what the stream failed with.
 */
export async function readBody(
	response: Response,
	maxBytes: number,
	signal: AbortSignal,
): Promise<{ text: string; bytes: number }> {
	const reader = response.body?.getReader();
	if (!reader) return { text: '', bytes: 0 };
	const stop = new AbortController();
	const aborted = new Promise<never>((_, reject) => {
		const leave = () => reject(signal.reason);
		if (signal.aborted) leave();
		signal.addEventListener('abort', leave, { signal: stop.signal });
	});
	// Lost races are no problem of anybody.
	aborted.catch(() => undefined);
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	try {
		for (;;) {
			const { done, value } = await Promise.race([reader.read(), aborted]);
			if (done) return { text: text + decoder.decode(), bytes };
			bytes += value.byteLength;
			if (bytes > maxBytes) throw new BodyRefused('too long');
			text += decoder.decode(value, { stream: true });
		}
	} catch (problem) {
		// The rest is of no use to anybody; that it cannot be stopped changes nothing.
		reader.cancel(problem).catch(() => undefined);
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
