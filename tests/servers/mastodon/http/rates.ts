import type { Token, World } from '../model';
import type { RateRule } from '../traits';

export type Rates = { counts: Map<string, number> };
export type Rated = { headers: Record<string, string>; over: boolean };

type Counted = {
	method: string;
	path: string;
	paging: boolean;
	token: Token | undefined;
	address: string;
};

/** Counts a call in windows aligned to the clock; the headers tell of the rule nearest to its end. */
export function countCall(world: World, rates: Rates, call: Counted): Rated {
	let [nearest, over]: [{ limit: number; left: number; reset: number } | undefined, boolean] = [
		undefined,
		false,
	];
	for (const rule of world.traits.rates) {
		const who = concerned(rule, call);
		if (who === undefined) continue;
		const ms = rule.seconds * 1000;
		const window = Math.floor(world.now() / ms);
		const key = `${rule.name} ${who} ${window}`;
		const count = (rates.counts.get(key) ?? 0) + 1;
		rates.counts.set(key, count);
		const left = rule.limit - count;
		if (left < 0) over = true;
		if (!nearest || left < nearest.left) {
			nearest = { limit: rule.limit, left, reset: (window + 1) * ms };
		}
	}
	return { headers: world.traits.rateHeaders && nearest ? rateHeaders(nearest) : {}, over };
}

/** ISO 8601 with microseconds; no Retry-After. */
export function rateHeaders(rule: {
	limit: number;
	left: number;
	reset: number;
}): Record<string, string> {
	return {
		'x-ratelimit-limit': String(rule.limit),
		'x-ratelimit-remaining': String(Math.max(0, rule.left)),
		'x-ratelimit-reset': new Date(rule.reset).toISOString().replace('Z', '000Z'),
	};
}

function concerned(rule: RateRule, call: Counted): string | undefined {
	if (rule.methods && !rule.methods.includes(call.method)) return undefined;
	if (rule.path && !rule.path.test(call.path)) return undefined;
	if (rule.paging && !call.paging) return undefined;
	if (rule.by === 'address') return call.address;
	if (rule.by === 'stranger') return call.token ? undefined : call.address;
	return rule.by === 'token' ? call.token?.token : call.token?.person;
}
