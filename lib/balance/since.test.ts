import { expect, it } from 'vitest';
import type { Balance, Delivery } from '../model';
import { balanceSince } from './since';

const ME = 'https://here.example/me';
const COUNTED: Balance = {
	readAt: 1000,
	looked: 12,
	from: 0,
	broadcasts: 9,
	replies: 1,
	unanswered: [
		{ post: 'a', at: 1 },
		{ post: 'b', at: 2 },
	],
};
const PEOPLE = { authors: new Map([['own', ME]]), mine: new Set([ME]) };
const delivery = (more: Partial<Delivery>): Delivery => ({
	id: 'x',
	target: ME,
	name: 'me@here.example',
	host: 'here.example',
	kind: 'create',
	state: 'sent',
	origin: 'typed',
	targets: 1,
	answers: [],
	verdicts: [],
	turn: 0,
	thread: { at: 0, of: 1 },
	tries: 1,
	failures: 0,
	dueAt: 0,
	createdAt: 0,
	changedAt: 0,
	sentAt: 2000,
	...more,
});
const after = (...sent: Partial<Delivery>[]) => balanceSince(COUNTED, sent.map(delivery), PEOPLE);

it('an answer is one more, and one waits less', () => {
	expect(after({ replyTo: 'a' })).toEqual({
		...COUNTED,
		looked: 13,
		replies: 2,
		answeredAt: 2000,
		unanswered: [{ post: 'b', at: 2 }],
	});
});

it('an answer to somebody who was not waiting is one too; one to myself is none', () => {
	expect(after({ replyTo: 'c', origin: 'several' })).toMatchObject({ replies: 2, broadcasts: 9 });
	expect(after({ replyTo: 'own' })).toMatchObject({ replies: 1, looked: 13 });
});

it('what went to several places is spread, of a thread once', () => {
	const thread = { of: 2 };
	const sent = [
		{ origin: 'several', thread: { ...thread, at: 0 } },
		{ origin: 'several', thread: { ...thread, at: 1 } },
		{ origin: 'typed' },
		{ origin: 'brought' },
	] as const;
	expect(after(...sent)).toMatchObject({ broadcasts: 11, looked: 16 });
});

it.each<[string, Partial<Delivery>]>([
	['was counted before', { sentAt: 1000 }],
	['has not gone', { state: 'queued' }],
	['is deleted again', { deletedAt: 2500 }],
	['only changed something', { kind: 'edit' }],
	['passed something on', { kind: 'repost' }],
])('what %s changes nothing', (_what, one) => {
	expect(after({ origin: 'several', ...one })).toEqual(COUNTED);
});
