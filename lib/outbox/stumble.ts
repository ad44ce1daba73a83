import type { Delivery, Instant, Text } from '../model';
import { backoff, NetworkProblem } from '../networks';
import { NotSignedIn, SessionOver, surroundings } from '../sessions';
import { change } from './change';

/** A file of the content is not stored any more. */
export class FileGone extends Error {
	override name = 'FileGone';
	readonly text: Text = { key: 'outboxFileGone' };
}

/** What may be otherwise the next time. */
const PASSING = ['offline', 'unreachable', 'slow', 'busy', 'broken', 'cancelled'];

/** When to try again after so many failures in a row; never before the server allows it. */
export function later(failures: number, problem?: NetworkProblem): Instant {
	const now = surroundings().now();
	return Math.max(now + backoff(failures, Math.random), problem?.until ?? 0);
}

/**
 * Writes down why a delivery did not get on, before or after an attempt. Whatever nobody expected is thrown on, once
 * the delivery is put off: it must not hold up the others.
 */
export async function stumble({ id, failures }: Delivery, error: unknown): Promise<void> {
	const more = failures + 1;
	if (error instanceof SessionOver || error instanceof NotSignedIn) {
		await resolve(id, 'need', { needs: 'sign-in', problem: error.text });
		return;
	}
	if (error instanceof FileGone) {
		await resolve(id, 'refuse', { problem: error.text });
		return;
	}
	if (!(error instanceof NetworkProblem)) {
		await resolve(id, 'wait', { failures: more, dueAt: later(more) });
		throw error;
	}
	const { text: problem } = error;
	if (!PASSING.includes(error.kind)) await resolve(id, 'refuse', { problem });
	else await resolve(id, 'wait', { failures: more, dueAt: later(more, error), problem });
}

/**
 * What may be there cannot be refused or put off as if it were certainly not: it is looked up later, or by the person
 * where looking it up is what cannot be done.
 */
async function resolve(
	id: string,
	happening: 'wait' | 'need' | 'refuse',
	changes: Partial<Delivery>,
): Promise<void> {
	const { dueAt = later(1), ...rest } = changes;
	const checking = await change(id, 'unknown', { ...rest, dueAt });
	if (!checking) await change(id, happening, changes);
	else if (happening === 'need') await change(id, 'need', changes);
	else if (happening === 'refuse') await change(id, 'need', { ...changes, needs: 'look' });
}
