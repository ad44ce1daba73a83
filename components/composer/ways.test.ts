import { expect, it } from 'vitest';
import type { Delivery } from '../../lib/model';
import { waysOf } from './ways';

const NOW = 1_000_000;

it('what waits for its time or for the post before it is offered no try that would do nothing', () => {
	const does = (parts: Partial<Delivery>) =>
		waysOf({ state: 'queued', dueAt: NOW + 5000, ...parts } as Delivery, NOW).map(
			(way) => way.does,
		);
	expect(does({ failures: 1 })).toEqual(['retry', 'cancel']);
	expect(does({ failures: 1, scheduledAt: NOW - 1, undoUntil: NOW - 1 })).toContain('retry');
	expect(does({ scheduledAt: NOW + 5000 })).toEqual(['cancel']);
	expect(does({ undoUntil: NOW + 5000 })).toEqual(['cancel']);
	expect(does({ after: 'the one before', failures: 1 })).toEqual(['cancel']);
});

it('whether it is there is the person’s to say where looking has failed for long', () => {
	const does = (failures: number) =>
		waysOf({ state: 'checking', open: true, failures, dueAt: NOW } as Delivery, NOW).map(
			(way) => way.does,
		);
	expect(does(1)).toEqual([]);
	expect(does(5)).toEqual(['there', 'absent']);
});
