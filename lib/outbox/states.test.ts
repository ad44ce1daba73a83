import { describe, expect, it } from 'vitest';
import type { Delivery, DeliveryState } from '../model';
import { blank } from './freeze';
import { EDGES, type Happening, isOver, leads, mayDecide, move } from './states';

const aim = { target: 'me', name: 'me@chaos.example', host: 'chaos.example', window: false };
const inState = (state: DeliveryState, more: Partial<Delivery> = {}): Delivery => ({
	...blank({ id: 'x', kind: 'create', aim, now: 0 }),
	state,
	...more,
});
const STATES = Object.keys(EDGES) as DeliveryState[];
const HAPPENINGS: readonly Happening[] = [
	'attempt',
	'sent',
	'wait',
	'unknown',
	'need',
	'refuse',
	'resume',
	'recheck',
	'opened',
	'cancel',
];

/** Written out once more, by what they mean. */
const LEGAL = new Set([
	'queued attempt sending',
	'queued wait queued',
	'queued need needs-you',
	'queued refuse failed',
	'queued cancel cancelled',
	'sending sent sent',
	'sending wait queued',
	'sending unknown checking',
	'sending need needs-you',
	'sending refuse failed',
	'checking sent sent',
	'checking attempt sending',
	'checking unknown checking',
	'checking need needs-you',
	'needs-you resume queued',
	'needs-you opened handed-over',
	'needs-you sent sent',
	'needs-you cancel cancelled',
	'handed-over opened handed-over',
	'handed-over sent sent',
	'handed-over cancel cancelled',
	'failed resume queued',
	'failed cancel cancelled',
]);

describe.each(STATES)('from %s', (state) => {
	it.each(HAPPENINGS)('%s', (happening) => {
		const to = STATES.find((one) => LEGAL.has(`${state} ${happening} ${one}`));
		expect(leads(inState(state), happening)).toBe(to);
		if (to) expect(move(inState(state), happening).state).toBe(to);
		else expect(() => move(inState(state), happening)).toThrow(happening);
	});
});

describe('what may be there', () => {
	const open = inState('needs-you', { open: true, needs: 'look' });

	it('is looked up again, and does not begin anew', () => {
		expect(leads(open, 'recheck')).toBe('checking');
		expect(leads(open, 'resume')).toBeUndefined();
		expect(leads({ ...open, state: 'checking' }, 'wait')).toBeUndefined();
		expect(leads({ ...open, state: 'checking' }, 'refuse')).toBeUndefined();
		expect(leads({ ...open, state: 'checking' }, 'cancel')).toBeUndefined();
	});

	it('is marked from the attempt on, until it is known', () => {
		const sending = move(inState('queued', { absentAt: 5 }), 'attempt');
		expect(sending.open).toBe(true);
		expect(sending.absentAt).toBeUndefined();
		expect(move(sending, 'wait').open).toBeUndefined();
		expect(move(sending, 'refuse').open).toBeUndefined();
		expect(move(sending, 'sent').open).toBeUndefined();
		const checking = move(sending, 'unknown', { absentAt: 7 });
		expect(checking).toMatchObject({ open: true, absentAt: 7 });
		expect(move(checking, 'need', { needs: 'look' }).open).toBe(true);
		expect(move(checking, 'unknown').absentAt).toBe(7);
	});

	it('is given up only where reading back found nothing before', () => {
		const checking = inState('checking', { open: true, absentAt: 7 });
		const failed = move(checking, 'refuse');
		expect(failed.state).toBe('failed');
		expect(failed).not.toHaveProperty('open');
		expect(() => move(inState('checking', { open: true }), 'refuse')).toThrow('refuse');
	});

	it('has no need once something happened', () => {
		expect(move(open, 'recheck').needs).toBeUndefined();
	});
});

it('the person may say what is so where nobody can tell, or looking has failed for long', () => {
	const open = { open: true as const };
	expect(mayDecide(inState('checking', { ...open, failures: 4 }))).toBe(false);
	expect(mayDecide(inState('checking', { ...open, failures: 5 }))).toBe(true);
	expect(mayDecide(inState('needs-you', { ...open, needs: 'look' }))).toBe(true);
	expect(mayDecide(inState('needs-you', { needs: 'look' }))).toBe(false);
	for (const state of STATES.filter((one) => one !== 'checking'))
		expect(mayDecide(inState(state, { ...open, failures: 9 }))).toBe(false);
	// On the way to beginning anew it is the person's turn: looking never leads there by itself.
	const said = move(inState('checking', { ...open, failures: 5 }), 'need');
	expect(said).toMatchObject({ state: 'needs-you', open: true });
	expect(leads(said, 'resume')).toBeUndefined();
});

it('two states are the end', () => {
	expect(STATES.filter((state) => isOver({ state }))).toEqual(['sent', 'cancelled']);
});
