import { expect, test } from 'vitest';
import type { ImportReport } from '../../lib/store';
import { IDLE, type Job, nextJob, pace, share } from './job';

function run(...events: [at: number, done: number, phase?: 'read' | 'media'][]): Job {
	const start = nextJob(IDLE, { type: 'chosen', names: ['archive.zip'] });
	return events.reduce(
		(job, [at, done, phase = 'read']) =>
			nextJob(job, {
				type: 'event',
				at,
				event: { type: 'progress', progress: { phase, done, total: 10_000, items: 1 } },
			}),
		start,
	);
}

test('the speed is that of the last seconds', () => {
	const job = run([0, 0], [1000, 100], [10_000, 1000], [12_000, 3000]);
	expect(pace(job)).toEqual({ speed: 1000, left: 7000 });
	expect(share(job)).toBe(0.3);
});

test('no speed is claimed from less than a second, or across phases', () => {
	expect(pace(run([0, 0], [900, 100]))).toBeUndefined();
	expect(pace(run([0, 0], [5000, 9000], [5100, 10, 'media']))).toBeUndefined();
	expect(pace(run([0, 50], [3000, 50]))).toBeUndefined();
});

test('a failure after the text was stored keeps the report', () => {
	const report = { added: 1 } as ImportReport;
	const readable = nextJob(run([0, 0]), {
		type: 'event',
		at: 1,
		event: { type: 'readable', report, elapsed: 5, unchanged: false },
	});
	const problem = { code: 'full', happened: { key: 'a' }, safe: { key: 'b' }, todo: { key: 'c' } };
	const failed = nextJob(readable, {
		type: 'event',
		at: 2,
		event: { type: 'failed', problem, readable: true },
	});
	expect(failed).toMatchObject({ state: 'failed', readable: true, report, problem });
});

test('a new choice starts from nothing', () => {
	const job = nextJob(run([0, 0], [2000, 500]), { type: 'chosen', names: ['b.zip'] });
	expect(job).toEqual({ ...IDLE, state: 'running', names: ['b.zip'] });
});

test('a report goes with what it is about, and never while an import runs', () => {
	const running = run([0, 0]);
	expect(nextJob(running, { type: 'removed' })).toBe(running);
	const done = { ...running, state: 'done' as const, report: { added: 1 } as ImportReport };
	expect(nextJob(done, { type: 'removed' })).toEqual(IDLE);
});
