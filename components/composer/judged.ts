import type { Draft, TargetKey, Text, Venue, Verdict } from '../../lib/model';
import { gravity, type judge } from '../../lib/norms';
import { partsOf } from '../../lib/outbox';

/** A verdict, and whom it is about. */
export type Judged = { verdict: Verdict; venue: Venue };

const ORDER = { block: 0, ask: 1, 'cannot-tell': 2, advise: 3, pass: 4 } as const;

/**
 * What every community has to say of the draft as it stands, place by place, the gravest first; the same words about
 * several posts of a thread once. `awaited`: what these texts read like is being found out, by the target that has
 * one of its own; the text for all under ''.
 */
export function judged(
	draft: Draft,
	venues: ReadonlyMap<TargetKey, Venue>,
	by: typeof judge,
	awaited: ReadonlySet<string>,
): readonly Judged[] {
	const all = draft.targets.flatMap((target) => {
		const venue = venues.get(target);
		if (!venue) return [];
		const isAwaited = awaited.has(draft.own[target]?.text === undefined ? '' : target);
		const parts = partsOf(draft, venue);
		const seen = new Set<string>();
		return parts.flatMap((content, at) =>
			by(content, { ...venue, thread: { at, of: parts.length } }).flatMap((verdict) => {
				const said = JSON.stringify([
					verdict.norm,
					verdict.verdict,
					verdict.reason,
					verdict.source,
					verdict.file,
				]);
				if (verdict.verdict === 'pass' || seen.has(said)) return [];
				if (isAwaited && content.guess === undefined && isUnclear(verdict)) return [];
				seen.add(said);
				return [{ verdict, venue }];
			}),
		);
	});
	return placeByPlace(all.filter((one) => !isSaidMoreGravely(one, all)));
}

/** Advice in the very words of what stops the post at that place: another sentence of its rules, and no news. */
function isSaidMoreGravely({ verdict, venue }: Judged, all: readonly Judged[]): boolean {
	const wordsOf = ({ norm, reason, file }: Verdict) => JSON.stringify([norm, reason, file]);
	return (
		verdict.verdict === 'advise' &&
		all.some(
			(other) =>
				other.venue.target === venue.target &&
				gravity(other.verdict) !== 'advise' &&
				wordsOf(other.verdict) === wordsOf(verdict),
		)
	);
}

/** That a language cannot be told is no news while it is being told. */
function isUnclear({ reason }: Verdict): boolean {
	return reason.key === 'normLanguageUnclear';
}

/** The place with the gravest first, and of each place what is pinned, then the gravest. */
function placeByPlace(all: readonly Judged[]): readonly Judged[] {
	const weight = ({ verdict }: Judged) => ORDER[gravity(verdict)];
	const pinned = ({ verdict }: Judged) => Number(verdict.pinned ?? false);
	const gravest = new Map<TargetKey, number>();
	for (const one of all) {
		const { target } = one.venue;
		gravest.set(target, Math.min(gravest.get(target) ?? ORDER.pass, weight(one)));
	}
	const places = [...gravest.keys()];
	const turn = ({ venue: { target } }: Judged) =>
		(gravest.get(target) ?? 0) * places.length + places.indexOf(target);
	return [...all].sort(
		(a, b) => turn(a) - turn(b) || pinned(b) - pinned(a) || weight(a) - weight(b),
	);
}

/** Why nothing was queued; not a second time in the words of a verdict that stands above already. */
export function refusal(refused: Text | undefined, all: readonly Judged[]): Text | undefined {
	const said = JSON.stringify(refused);
	const isAbove = refused && all.some(({ verdict }) => JSON.stringify(verdict.reason) === said);
	return isAbove ? { key: 'stoppedAbove' } : refused;
}

/** Targets that a draft cannot go to as it stands. */
export function stopped(all: readonly Judged[]): ReadonlySet<TargetKey> {
	return new Set(
		all.flatMap(({ verdict, venue }) => (gravity(verdict) === 'block' ? [venue.target] : [])),
	);
}
