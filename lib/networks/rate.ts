import type { Instant } from '../model';
import type { Told } from './io';

type Headers = (name: string) => string | undefined;
type Rate = Pick<Told, 'limit' | 'remaining' | 'resetAt' | 'retryAt'>;

const SECOND = 1_000;
/** What a server that names no time means with 429 and 503. */
const UNSAID = { 429: 60 * SECOND, 503: 30 * SECOND } as const;
/** A clock that is wrong must not close a server for ever. */
const LONGEST = 24 * 60 * 60 * SECOND;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * What the headers of an answer say of asking again: X-RateLimit-* (Mastodon and its family: Reset is an ISO date;
 * others send epoch seconds), RateLimit-* and RateLimit (drafts of the IETF's httpapi group, of which several were
 * shipped), and Retry-After (seconds or a date, RFC 9110). `retryAt` is also given where 429 or 503 came without.
 */
export function readRate(status: number, headers: Headers, now: Instant): Rate {
	const draft = readDraft(headers);
	const limit = count(headers('x-ratelimit-limit') ?? headers('ratelimit-limit')) ?? draft.limit;
	const remaining =
		count(headers('x-ratelimit-remaining') ?? headers('ratelimit-remaining')) ?? draft.remaining;
	const resetAt = when(
		headers('x-ratelimit-reset') ?? headers('ratelimit-reset') ?? draft.reset,
		now,
	);
	const retryAt = when(headers('retry-after'), now) ?? unsaid(status, resetAt, now);
	return {
		...(limit === undefined ? {} : { limit }),
		...(remaining === undefined ? {} : { remaining }),
		...(resetAt === undefined ? {} : { resetAt }),
		...(retryAt === undefined ? {} : { retryAt }),
	};
}

function unsaid(status: number, resetAt: Instant | undefined, now: Instant): Instant | undefined {
	if (status === 429) return resetAt !== undefined && resetAt > now ? resetAt : now + UNSAID[429];
	return status === 503 ? now + UNSAID[503] : undefined;
}

/**
 * `limit=100, remaining=50, reset=5` (draft 7) and `"burst";r=50;t=5` with `RateLimit-Policy: "burst";q=100;w=60`
 * (draft 8 and on). Of several the one with the least left counts.
 */
function readDraft(headers: Headers): { limit?: number; remaining?: number; reset?: string } {
	const told = headers('ratelimit');
	if (!told) return {};
	const tight = told
		.split(/,(?=\s*["a-z])/i)
		.map((item) => ({ r: number(item, 'r'), t: number(item, 't') }))
		.filter((item) => item.r !== undefined)
		.sort((a, b) => (a.r ?? 0) - (b.r ?? 0))[0];
	const limit = number(told, 'limit') ?? number(headers('ratelimit-policy') ?? '', 'q');
	const remaining = number(told, 'remaining') ?? tight?.r;
	const reset = number(told, 'reset') ?? tight?.t;
	return {
		...(limit === undefined ? {} : { limit }),
		...(remaining === undefined ? {} : { remaining }),
		...(reset === undefined ? {} : { reset: String(reset) }),
	};
}

function number(text: string, name: string): number | undefined {
	return count(new RegExp(`(?:^|[;,\\s])${name}=(\\d{1,15})(?:$|[;,\\s])`, 'i').exec(text)?.[1]);
}

function count(text: string | undefined): number | undefined {
	const digits = /^\s*(\d{1,15})/.exec(text ?? '')?.[1];
	return digits === undefined ? undefined : Number(digits);
}

/** A date, epoch seconds, or seconds from now; never further away than a day. */
function when(text: string | undefined, now: Instant): Instant | undefined {
	const told = text?.trim() ?? '';
	const instant = /^\d{1,13}(\.\d+)?$/.test(told)
		? fromNumber(Number(told), now)
		: HTTP_DATE.test(told) || ISO_DATE.test(told)
			? Date.parse(told)
			: Number.NaN;
	return Number.isNaN(instant) ? undefined : Math.min(instant, now + LONGEST);
}

function fromNumber(value: number, now: Instant): Instant {
	if (value > 1e12) return value;
	return value > 1e9 ? value * SECOND : now + value * SECOND;
}

/**
 * Milliseconds to wait after so many failures in a row: doubled each time from two seconds to ten minutes, and then
 * anywhere in the upper half of it, so that many clients do not come back together. `random` gives 0 to 1.
 */
export function backoff(failures: number, random: () => number): number {
	if (failures < 1) return 0;
	const whole = Math.min(2 * SECOND * 2 ** (Math.min(failures, 20) - 1), 600 * SECOND);
	return Math.round(whole / 2 + (whole / 2) * random());
}
