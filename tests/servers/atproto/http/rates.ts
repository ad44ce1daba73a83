import type { World } from '../model';

/** Counts a call, where the server counts; the headers are for its answer. */
export function countCall(world: World, address: string): Counted {
	const { rates } = world;
	if (!rates.on) return { headers: {}, over: false };
	const ms = rates.seconds * 1000;
	const window = Math.floor(world.now() / ms);
	const key = `${address} ${window}`;
	const count = (rates.counts.get(key) ?? 0) + 1;
	rates.counts.set(key, count);
	const over = count > rates.limit;
	return { headers: rateHeaders(world, (window + 1) * ms, rates.limit - count, over), over };
}

export type Counted = { headers: Record<string, string>; over: boolean };

/** `RateLimit-Reset` is in epoch seconds; `Retry-After` comes only with a refusal. */
export function rateHeaders(world: World, reset: number, left: number, over: boolean) {
	const { limit, seconds } = world.rates;
	return {
		'ratelimit-limit': String(limit),
		'ratelimit-remaining': String(Math.max(0, left)),
		'ratelimit-reset': String(Math.ceil(reset / 1000)),
		'ratelimit-policy': `${limit};w=${seconds}`,
		...(over ? { 'retry-after': String(Math.ceil((reset - world.now()) / 1000)) } : {}),
	};
}
