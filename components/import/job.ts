import type { Found, ImportEvent, Problem, Progress, Question } from '../../lib/archive';
import type { Account, Post } from '../../lib/model';
import type { ImportReport } from '../../lib/store';

/** What is known about the import that runs or has run in this tab. */
export type Job = {
	state: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
	/** Names of what was chosen. */
	names: readonly string[];
	found?: Found;
	progress?: Progress;
	/** Bytes and moments of the phase that runs, for the speed. */
	samples: readonly Sample[];
	copyMedia: boolean;
	preview?: { account: Account; posts: readonly Post[] };
	question?: Question;
	report?: ImportReport;
	unchanged?: boolean;
	/** Text is stored and searchable. */
	readable: boolean;
	cancelling?: true;
	/** The end was looked at on the page of imports. */
	seen?: true;
	/** Milliseconds until the text was searchable. */
	elapsed?: number;
	problem?: Problem;
};

type Sample = { at: number; done: number };

export type JobAction =
	| { type: 'chosen'; names: readonly string[] }
	| { type: 'copy'; copy: boolean }
	| { type: 'answered' }
	| { type: 'cancelling' }
	| { type: 'seen' }
	/** What it brought was removed. */
	| { type: 'removed' }
	| { type: 'event'; event: ImportEvent; at: number };

export const IDLE: Job = {
	state: 'idle',
	names: [],
	samples: [],
	copyMedia: true,
	readable: false,
};

export function nextJob(job: Job, action: JobAction): Job {
	switch (action.type) {
		case 'chosen':
			return { ...IDLE, state: 'running', names: action.names };
		case 'copy':
			return { ...job, copyMedia: action.copy };
		case 'answered': {
			const { question: _, ...rest } = job;
			return rest;
		}
		case 'cancelling':
			return { ...job, cancelling: true };
		case 'removed':
			return job.state === 'running' ? job : IDLE;
		case 'seen':
			return { ...job, seen: true };
		case 'event':
			return withEvent(job, action.event, action.at);
	}
}

function withEvent(job: Job, event: ImportEvent, at: number): Job {
	switch (event.type) {
		case 'found':
			return { ...job, found: event.found };
		case 'progress':
			return withProgress(job, event.progress, at);
		case 'preview':
			return { ...job, preview: event };
		case 'question':
			return { ...job, question: event.question };
		case 'readable': {
			const { report, unchanged, elapsed } = event;
			return { ...job, readable: true, report, unchanged, elapsed };
		}
		case 'done':
			return { ...job, state: 'done', readable: true, report: event.report };
		case 'cancelled':
			return { ...job, state: 'cancelled', readable: job.readable || event.readable };
		case 'failed':
			return {
				...job,
				state: 'failed',
				problem: event.problem,
				readable: job.readable || event.readable,
			};
	}
}

/** Moments that the speed is taken over: long enough not to jump, short enough to follow. */
const WINDOW_MS = 6000;

function withProgress(job: Job, progress: Progress, at: number): Job {
	const before = progress.phase === job.progress?.phase ? job.samples : [];
	const samples = [...before.filter((one) => at - one.at < WINDOW_MS), { at, done: progress.done }];
	return { ...job, progress, samples };
}

/** Bytes a second, and milliseconds left of the phase at that speed; absent until there is enough to tell. */
export function pace({ samples, progress }: Job): { speed: number; left: number } | undefined {
	const first = samples[0];
	const last = samples.at(-1);
	if (!first || !last || !progress || last.at - first.at < 1000 || last.done <= first.done)
		return undefined;
	const speed = ((last.done - first.done) / (last.at - first.at)) * 1000;
	return { speed, left: ((progress.total - progress.done) / speed) * 1000 };
}

/** 0 to 1 within the phase that runs. */
export function share({ progress }: Job): number | undefined {
	return progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : undefined;
}
