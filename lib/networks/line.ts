import { mayContact } from './address';
import type { Io } from './io';
import { NetworkProblem } from './problem';

const OPENING = 20_000;
/** Longer than any event: a post with all that belongs to it. */
const LONGEST = 1024 * 1024;

export type Line = {
	/** `wss://…`; holds no token. */
	url: string;
	/** The server on whose word the address is contacted. */
	home: string;
	/** Sec-WebSocket-Protocol: where a browser can put a token that is in no address and no log. */
	protocols: readonly string[];
	/** Milliseconds without a message after which the line counts as broken: a page cannot see pings. */
	idleMs: number;
	/** Milliseconds until it must be open; 20 s unless said. */
	openMs?: number;
	opened(): void;
	heard(message: string): void;
};

/**
 * Listens until `io.signal` aborts, and then resolves. Rejects with NetworkProblem when the line cannot be opened
 * (`unreachable`, `slow`), breaks or falls silent (`unreachable`), or carries what is no event (`broken`); the
 * caller opens it again after a while.
 */
export async function listen(io: Io, line: Line): Promise<void> {
	const { host } = new URL(line.home);
	const url = URL.canParse(line.url) ? new URL(line.url) : undefined;
	if (!url || !/^wss?:$/.test(url.protocol) || !mayContact(url, line.home))
		throw new NetworkProblem('unsafe', host);
	if (io.signal.aborted) return;
	try {
		await io.budget.reserve(url.host, 1);
	} catch (problem) {
		if (io.signal.aborted) return;
		throw problem;
	}
	const asked = io.now();
	const opened = { yes: false };
	try {
		await hold(io, line, host, () => {
			opened.yes = true;
			line.opened();
		});
	} finally {
		if (opened.yes || !io.signal.aborted)
			await io.budget.told(url.host, { ok: opened.yes, ms: io.now() - asked, bytes: 0 });
	}
}

function hold(io: Io, line: Line, host: string, opened: () => void): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = openSocket(io, line);
		if (!socket) {
			// A token that cannot be a protocol's name.
			reject(new NetworkProblem('broken', host));
			return;
		}
		let timer = setTimeout(() => done('slow'), line.openMs ?? OPENING);
		const done = (kind?: 'slow' | 'unreachable' | 'broken', cause?: unknown) => {
			clearTimeout(timer);
			io.signal.removeEventListener('abort', leave);
			socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
			socket.close();
			if (!kind) resolve();
			else reject(new NetworkProblem(kind, host, { cause }));
		};
		const leave = () => done();
		const rest = () => {
			clearTimeout(timer);
			timer = setTimeout(() => done('unreachable'), line.idleMs);
		};
		io.signal.addEventListener('abort', leave, { once: true });
		socket.onopen = () => {
			rest();
			opened();
		};
		socket.onmessage = ({ data }: MessageEvent<unknown>) => {
			rest();
			if (typeof data !== 'string' || data.length > LONGEST) return done('broken');
			try {
				line.heard(data);
			} catch (problem) {
				done('broken', problem);
			}
		};
		socket.onclose = () => done('unreachable');
		socket.onerror = () => done('unreachable');
	});
}

/** Undefined where the platform refuses the protocols. */
function openSocket(io: Io, { url, protocols }: Line): WebSocket | undefined {
	try {
		return io.socket(url, protocols);
	} catch {
		// Its sentence would quote the protocol, which is the token.
		return undefined;
	}
}
