import type { Delivery, DeliveryState } from '../model';

/**
 * What can happen to a delivery. `attempt`: one is about to be made. `wait`: certainly not there, later. `unknown`: it
 * may be there. `resume`: it may go on from the start. `recheck`: what became of it is to be looked up again.
 */
export type Happening =
	| 'attempt'
	| 'sent'
	| 'wait'
	| 'unknown'
	| 'need'
	| 'refuse'
	| 'resume'
	| 'recheck'
	| 'opened'
	| 'cancel';

/**
 * Every edge there is. `sending` is left only by what is known (there, certainly not there) or towards reading back;
 * `checking` never leads to `queued`: an attempt follows a read-back directly, or a person says what is so. To `failed`
 * it leads where two read-backs prove that nothing is there, and nothing is to be tried.
 */
export const EDGES: Readonly<
	Record<DeliveryState, Readonly<Partial<Record<Happening, DeliveryState>>>>
> = {
	queued: {
		attempt: 'sending',
		wait: 'queued',
		need: 'needs-you',
		refuse: 'failed',
		cancel: 'cancelled',
	},
	sending: {
		sent: 'sent',
		wait: 'queued',
		unknown: 'checking',
		need: 'needs-you',
		refuse: 'failed',
	},
	checking: {
		sent: 'sent',
		attempt: 'sending',
		unknown: 'checking',
		need: 'needs-you',
		refuse: 'failed',
	},
	'needs-you': {
		resume: 'queued',
		recheck: 'checking',
		opened: 'handed-over',
		sent: 'sent',
		cancel: 'cancelled',
	},
	'handed-over': { opened: 'handed-over', sent: 'sent', cancel: 'cancelled' },
	failed: { resume: 'queued', cancel: 'cancelled' },
	sent: {},
	cancelled: {},
};

/** Nothing happens to it any more. */
export function isOver({ state }: Pick<Delivery, 'state'>): boolean {
	return Object.keys(EDGES[state]).length === 0;
}

/** Failures in a row after which the person may say what looking could not: its host may be gone for good. */
const MANY_FAILURES = 5;

/** Whether the person may say if it is there: nobody can tell, or looking has failed for long, and goes on meanwhile. */
export function mayDecide({
	state,
	needs,
	open,
	failures,
}: Pick<Delivery, 'state' | 'needs' | 'open' | 'failures'>): boolean {
	return open === true && (needs === 'look' || (state === 'checking' && failures >= MANY_FAILURES));
}

/** Where a happening leads from here; undefined where it cannot happen. */
export function leads(
	{ state, open, absentAt }: Pick<Delivery, 'state' | 'open' | 'absentAt'>,
	happening: Happening,
): DeliveryState | undefined {
	// What may be there cannot begin anew, and what is certainly not there need not be looked up.
	if (state === 'needs-you' && happening === 'recheck' && !open) return undefined;
	if (state === 'needs-you' && happening === 'resume' && open) return undefined;
	if (state === 'checking' && happening === 'refuse' && absentAt === undefined) return undefined;
	return EDGES[state][happening];
}

/** The delivery after a happening. Throws where the table has no such edge. */
export function move(
	delivery: Delivery,
	happening: Happening,
	changes: Partial<Delivery> = {},
): Delivery {
	const state = leads(delivery, happening);
	if (state === undefined) throw new Error(`${delivery.state} cannot ${happening}`);
	const { needs: _, open, problem: __, uploaded: ___, ...rest } = delivery;
	const unclear = isOpen(delivery, happening) ? { open: true as const } : {};
	const { absentAt, ...kept } = rest;
	// Every read-back says something of the last attempt alone.
	const proof = happening === 'attempt' || absentAt === undefined ? {} : { absentAt };
	return { ...kept, ...unclear, ...proof, ...changes, state };
}

/** Whether an attempt may have worked without anybody knowing: what leaves `sending` otherwise was said clearly. */
function isOpen({ state, open }: Delivery, happening: Happening): boolean {
	if (happening === 'attempt' || happening === 'unknown') return true;
	if (happening === 'sent' || happening === 'resume' || happening === 'refuse') return false;
	return open === true && state !== 'sending';
}
