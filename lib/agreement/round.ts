import type { Instant } from '../model';
import type { Agreement, AgreementChange, AgreementEnded, Settings } from '../store';
import { carriable, carriedOf, derived, joined, observed, PLACE } from './carried';
import { type Found, fits, missingPieces, type Piece } from './pieces';
import { merge, said } from './registers';

/** The place in the timeline changes all the time, and the browser's sync takes 1,800 writings an hour. */
const PLACE_MS = 60_000;

/** What is to be kept here, and what is to be put into the browser's sync; nothing: all of it is there. */
export type Round = AgreementChange & {
	pieces: Record<string, Piece>;
	/** There is no room for all muffled words: those that do not lie there yet stay here. */
	isTooMuch: boolean;
};

type Here = { agreement: Agreement; settings: Settings };

/** Takes what changed here, what was found there, and says what both sides lack. */
export function round({ agreement, settings }: Here, found: Found, now: Instant): Round {
	const { device, registers, here } = agreement;
	const own = observed(registers, [here, carriedOf(settings)], (before, value) =>
		said(before, now, device, value),
	);
	const merged = merge(own, found.registers);
	const carried = derived(merged, carriedOf(settings));
	const fitting = carriable(merged, found.registers, fits);
	const { pieces, keys } = missingPieces(fitting, found.registers);
	const hasPlace = keys.includes(PLACE);
	const waits =
		hasPlace &&
		keys.length === 1 &&
		agreement.placedAt !== undefined &&
		now < agreement.placedAt + PLACE_MS;
	return {
		agreement: {
			...agreement,
			registers: merged,
			here: carried,
			...(found.names.length > 0 ? { there: true } : {}),
			...(hasPlace && !waits ? { placedAt: now } : {}),
		},
		settings: changed(carried, settings),
		pieces: waits ? {} : pieces,
		isTooMuch: [...merged].some(([key, { json }]) => json !== undefined && !fitting.has(key)),
	};
}

function changed(carried: Partial<Settings>, settings: Settings): Partial<Settings> {
	const names = Object.keys(carried) as (keyof typeof carried)[];
	const differing = names.filter(
		(name) => JSON.stringify(carried[name]) !== JSON.stringify(settings[name]),
	);
	return Object.fromEntries(differing.map((name) => [name, carried[name]]));
}

/** How a browser begins: with what is there already, and what it has itself. */
export function beginning(
	device: string,
	settings: Settings,
	defaults: Settings,
	found: Found,
): Agreement {
	const registers = joined(found.registers, [defaults, carriedOf(settings)], device);
	return { device, registers, here: carriedOf(settings) };
}

/** Whether all of it was deleted there, by another browser of the person: then it is not put there again. */
export function wasDeleted({ there }: Agreement, { names }: Found): boolean {
	return there === true && names.length === 0;
}

/** Whether this browser takes part. */
export function isOn(one: Agreement | AgreementEnded | undefined): one is Agreement {
	return one !== undefined && 'device' in one;
}
