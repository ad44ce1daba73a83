/** How the servers of tests write their answers, whole and in the ways in which servers fail. */
import type { ServerResponse } from 'node:http';

type Answer = {
	status?: number;
	json?: unknown;
	html?: string;
	text?: string;
	bytes?: Uint8Array;
	type?: string;
	headers?: Record<string, string>;
};

/** What is noted of an answer. */
type Written = { status: number | undefined; bytes: number };

/** What is still to come; cleared when the server stops. */
type Timers = Set<NodeJS.Timeout>;

/** Waits, unless the server stops. */
export function wait(timers: Timers, ms: number): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => {
			timers.delete(timer);
			resolve();
		}, ms);
		timers.add(timer);
	});
}

function bodyOf(given: Answer): { bytes: Buffer; type: string | undefined } {
	if (given.bytes) return { bytes: Buffer.from(given.bytes), type: given.type };
	if (given.html !== undefined)
		return { bytes: Buffer.from(given.html), type: 'text/html; charset=utf-8' };
	if (given.text !== undefined) {
		return { bytes: Buffer.from(given.text), type: given.type ?? 'text/plain; charset=utf-8' };
	}
	if (given.json === undefined) return { bytes: Buffer.alloc(0), type: undefined };
	return {
		bytes: Buffer.from(JSON.stringify(given.json)),
		type: given.type ?? 'application/json; charset=utf-8',
	};
}

function head(response: ServerResponse, given: Answer, entry: Written): Buffer {
	const { bytes, type } = bodyOf(given);
	entry.status = given.status ?? 200;
	entry.bytes = bytes.length;
	response.writeHead(entry.status, {
		...(type === undefined ? {} : { 'content-type': type }),
		...(entry.status === 204 ? {} : { 'content-length': String(bytes.length) }),
		...given.headers,
	});
	return bytes;
}

/** Writes the answer as it is. */
export function send(response: ServerResponse, given: Answer, entry: Written): void {
	response.end(head(response, given, entry));
}

/** Half of the body, and then the line is cut. */
export function cutBody(response: ServerResponse, given: Answer, entry: Written): void {
	const bytes = head(response, given, entry);
	response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

/** A byte of the body each second. */
export function drip(
	timers: Timers,
	response: ServerResponse,
	given: Answer,
	entry: Written,
): void {
	const bytes = head(response, given, entry);
	let sent = 0;
	const timer = setInterval(() => {
		response.write(bytes.subarray(sent, sent + 1));
		sent += 1;
		if (sent < bytes.length && !response.destroyed) return;
		clearInterval(timer);
		timers.delete(timer);
		response.end();
	}, 1000);
	timers.add(timer);
	response.flushHeaders();
}

/** `[` and then blanks, as fast as the other side takes them. */
export function pour(response: ServerResponse, cors: Record<string, string>, entry: Written): void {
	entry.status = 200;
	response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...cors });
	response.write('[');
	const block = Buffer.alloc(64 * 1024, ' ');
	const more = (): void => {
		while (!response.destroyed) {
			entry.bytes += block.length;
			if (!response.write(block)) break;
		}
	};
	response.on('drain', more);
	more();
}
