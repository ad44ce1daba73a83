import { expect } from 'vitest';
import { type Budget, type Io, NetworkProblem, type Told } from '../../lib/networks';
import { fetchMapped } from '../servers/fetch-mapped';

export type Recorded = {
	io: Io;
	/** What was asked of the platform, in order. */
	asked: { url: string; init: RequestInit }[];
	reserved: { host: string; cost: number }[];
	told: { host: string; answer: Told }[];
	kept: unknown[];
	/** Of the session at work: set it before, and see what `renew` made of it. */
	secret: unknown;
	cancel(): void;
};

export type Changes = Partial<
	Pick<Io, 'now' | 'language' | 'random' | 'socket' | 'online' | 'fetch'>
> & {
	budget?: Partial<Budget>;
};

/** An Io over the platform's own fetch that writes down what an adapter does with it. */
export function recordingIo(changes: Changes = {}): Recorded {
	const controller = new AbortController();
	const recorded: Omit<Recorded, 'io'> = {
		asked: [],
		reserved: [],
		told: [],
		kept: [],
		secret: undefined,
		cancel: () => controller.abort(),
	};
	const { budget, ...others } = changes;
	const io: Io = {
		now: () => Date.now(),
		online: () => true,
		language: async () => 'en',
		random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
		socket: () => {
			throw new Error('no socket was expected');
		},
		signal: controller.signal,
		keep: async (secret) => {
			recorded.kept.push(secret);
		},
		renew: async (make) => {
			const { secret } = await make(recorded.secret);
			recorded.secret = secret;
			return secret;
		},
		memory: new Map(),
		...others,
		fetch: (url, init) => {
			recorded.asked.push({ url, init });
			return (others.fetch ?? fetchMapped)(url, init);
		},
		budget: {
			reserve: async (host, cost) => {
				recorded.reserved.push({ host, cost });
				await budget?.reserve?.(host, cost);
			},
			told: async (host, answer) => {
				recorded.told.push({ host, answer });
				await budget?.told?.(host, answer);
			},
		},
	};
	return Object.assign(recorded, { io });
}

/** The problem that an answer failed with; an answer that came fails the test. */
export async function problemOf(answer: Promise<unknown>): Promise<NetworkProblem> {
	const problem = await answer.then(
		() => expect.fail('it was answered'),
		(caught: unknown) => caught,
	);
	if (problem instanceof NetworkProblem) return problem;
	throw problem;
}
