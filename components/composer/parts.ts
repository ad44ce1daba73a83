import { onDemand } from '../shell/on-demand';

// What a draft may come to have, and mostly has not when it is begun: the popup draws without it.
export const Answered = onDemand(async () => (await import('./answered')).Answered);
export const BringPicture = onDemand(async () => (await import('./brought-picture')).BringPicture);
export const BringPictures = onDemand(async () => (await import('./bring-pictures')).BringPictures);
export const ByHand = onDemand(async () => (await import('../post/by-hand')).ByHand);
export const Conflict = onDemand(async () => (await import('./conflict')).Conflict);
export const Expected = onDemand(async () => (await import('./expected')).Expected);
export const MediumItem = onDemand(async () => (await import('./medium-item')).MediumItem);
export const Poll = onDemand(async () => (await import('./poll')).Poll);
export const Thread = onDemand(async () => (await import('./thread')).Thread);
export const Verdicts = onDemand(async () => (await import('./verdicts')).Verdicts);
export const Went = onDemand(async () => (await import('./went')).Went);

const ALL = [
	...[Verdicts, Expected, Went, MediumItem, Thread, Poll, Conflict],
	...[Answered, BringPicture, BringPictures, ByHand],
];

/** Brings all of it when nothing else is to be done. Returns how not to. */
export function bringParts(): () => void {
	const idle = requestIdleCallback(() => {
		for (const part of ALL) part.bring().catch(reportError);
	});
	return () => cancelIdleCallback(idle);
}
