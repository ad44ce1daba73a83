import type { Register, Registers, SavedView } from '../model';
import { type Choices, isChoice, type Settings } from '../store';
import { isLater, said, valueIn } from './registers';
import { muffleFrom, viewFrom } from './values';

/** What is of the person. What is of the machine (its room, its keys, its permissions) stays with it. */
const CHOICES = [
	'language',
	'theme',
	'density',
	'size',
	'shortcuts',
	'remoteMedia',
	'undo',
	'carousel',
] as const satisfies readonly (keyof Choices)[];

export type Carried = Pick<Settings, (typeof CHOICES)[number] | 'muffles' | 'views'>;

/** How things are called: `s:theme`, `m:<what is folded away>`, `v:<id of a view>`; the order of the views is one. */
const CHOICE = 's:';
const MUFFLE = 'm:';
const VIEW = 'v:';
const ORDER = 'o:views';
/** How far the merged timeline was read: the moment alone, which names no post. */
export const PLACE = 'r:home';

/**
 * What of it there is room for: of all that is carried muffled words alone can be very many. First those stay here that
 * were removed before they lay there, then all that do not lie there yet.
 */
export function carriable(
	registers: Registers,
	there: Registers,
	fits: (some: Registers) => boolean,
): Registers {
	const isNew = (key: string) => key.startsWith(MUFFLE) && !there.has(key);
	const all = [...registers];
	const alive = new Map(all.filter(([key, { json }]) => json !== undefined || !isNew(key)));
	const known = new Map(all.filter(([key]) => !isNew(key)));
	return [registers, alive].find(fits) ?? known;
}

type Things = ReadonlyMap<string, unknown>;

function fromChoices(chosen: readonly (readonly [string, string])[]): Carried {
	return Object.fromEntries(chosen) as unknown as Carried;
}

/** What of the settings is carried. */
export function carriedOf(settings: Carried): Carried {
	const chosen = CHOICES.map((name) => [name, settings[name]] as const);
	const { muffles, views } = settings;
	return { ...fromChoices(chosen), muffles, views };
}

/**
 * The registers after what changed here between `before` and `now`; `stamp` makes what is said of a thing. What is
 * gone stays as a register without a value, so that no other browser brings it back.
 */
export function observed(
	registers: Registers,
	[before, now]: readonly [Partial<Carried>, Carried],
	stamp: (before: Register | undefined, value: unknown) => Register,
): Registers {
	const next = new Map(registers);
	const put = (key: string, value: unknown) => next.set(key, stamp(registers.get(key), value));
	const [was, is] = [thingsOf(before), thingsOf(now)];
	for (const [key, value] of is)
		if (JSON.stringify(value) !== JSON.stringify(was.get(key))) put(key, value);
	for (const key of was.keys()) if (!is.has(key)) put(key, undefined);
	const order = now.views.map(({ id }) => id);
	if (order.join() !== (before.views ?? []).map(({ id }) => id).join()) put(ORDER, order);
	return next;
}

function thingsOf({ muffles = [], views = [], ...choices }: Partial<Carried>): Things {
	return new Map<string, unknown>([
		...CHOICES.flatMap((name) =>
			choices[name] === undefined ? [] : [[CHOICE + name, choices[name]] as const],
		),
		...muffles.map((muffle) => [MUFFLE + muffle.text, muffle] as const),
		...views.map((view) => [VIEW + view.id, view] as const),
	]);
}

/**
 * What the registers say. A choice that nobody made, or that this version does not know, is as it was here; what
 * another browser wrote and is no such thing is left out.
 */
export function derived(registers: Registers, here: Carried): Carried {
	const chosen = CHOICES.map((name) => {
		const value = valueIn(registers.get(CHOICE + name));
		return [name, isChoice(name, value) ? value : here[name]] as const;
	});
	const own = thingsOf(here);
	const muffles = listed(registers, MUFFLE, muffleFrom, own);
	const views = listed(registers, VIEW, viewFrom, own);
	return {
		...fromChoices(chosen),
		muffles,
		views: inOrder(views, valueIn(registers.get(ORDER))),
	};
}

/** What is there of a kind, in the order in which it was said. */
function listed<T>(
	registers: Registers,
	kind: string,
	from: (name: string, value: unknown) => T | undefined,
	own: Things,
): T[] {
	return [...registers]
		.filter(([key, { json }]) => key.startsWith(kind) && json !== undefined)
		.sort(([, a], [, b]) => (isLater(a, b) ? 1 : -1))
		.map(([key, register]) => {
			// What was kept here already is no stranger's.
			return from(key.slice(kind.length), valueIn(register)) ?? (own.get(key) as T | undefined);
		})
		.filter((one) => one !== undefined);
}

/** Views that the order does not name come last. */
function inOrder(views: readonly SavedView[], order: unknown): SavedView[] {
	const ids: unknown[] = Array.isArray(order) ? order : [];
	const place = ({ id }: SavedView) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
	return [...views].sort((a, b) => place(a) - place(b));
}

/**
 * The registers when a browser joins: what is said there counts, and what only this one has is added, also where
 * others had removed it.
 */
export function joined(
	there: Registers,
	[defaults, now]: [Carried, Carried],
	by: string,
): Registers {
	let n = 0;
	return observed(
		there,
		[{ ...carriedOf(defaults), muffles: [], views: [] }, now],
		(before, value) => {
			if (before?.json !== undefined) return before;
			n += 1;
			return said(before, n, by, value);
		},
	);
}
