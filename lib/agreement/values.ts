import type { Filter, Muffle, SavedView } from '../model';

// What another browser wrote is read like what a server sent: taken over field by field, or left out.

const MOST_TEXT = 200;
const MOST_NAME = 60;
const MOST_PARTS = 200;
const MOST_ADDRESS = 2048;
/** The last moment that a date can be. */
const LAST = 8.64e15;

/** A word that is folded away, by its text. */
export function muffleFrom(text: string, value: unknown): Muffle | undefined {
	const { part, until, text: same } = Object(value) as Record<keyof Muffle, unknown>;
	if (same !== text || text.trim() !== text || text === '' || text.length > MOST_TEXT)
		return undefined;
	if (until !== undefined && !isMoment(until)) return undefined;
	return { text, ...(part === true ? { part } : {}), ...(until === undefined ? {} : { until }) };
}

/** A saved view, by its id. */
export function viewFrom(id: string, value: unknown): SavedView | undefined {
	const found = Object(value) as Record<keyof SavedView, unknown>;
	const { name, split } = found;
	if (found.id !== id || !/^[\w-]{1,64}$/.test(id)) return undefined;
	if (typeof name !== 'string' || name.trim() === '' || name.length > MOST_NAME) return undefined;
	const filter = filterFrom(found.filter);
	if (!filter) return undefined;
	const known = split === 'network' || split === 'account';
	return { id, name, filter, ...(known ? { split } : {}) };
}

function filterFrom(value: unknown): Filter | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const found = value as Record<keyof Filter, unknown>;
	const [networks, accounts] = [namesIn(found.networks), namesIn(found.accounts)];
	// Without what it was to be narrowed to, it would show what the person did not want to see.
	if (!networks || !accounts) return undefined;
	return {
		...(networks.length > 0 ? { networks } : {}),
		...(accounts.length > 0 ? { accounts } : {}),
		...(found.media === true ? { media: true } : {}),
		...(found.withoutReplies === true ? { withoutReplies: true } : {}),
		...(found.withoutReposts === true ? { withoutReposts: true } : {}),
	};
}

function namesIn(value: unknown): string[] | undefined {
	if (value === undefined) return [];
	if (!Array.isArray(value) || value.length > MOST_PARTS) return undefined;
	const fits = value.every(
		(one) => typeof one === 'string' && one !== '' && one.length <= MOST_ADDRESS,
	);
	return fits ? value : undefined;
}

/** Milliseconds since 1970 that a date can be. */
export function isMoment(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= LAST;
}
