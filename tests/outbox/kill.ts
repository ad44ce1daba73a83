import type { Delivery } from '../../lib/model';
import { drain, receive } from '../../lib/outbox/worker';
import { deliveriesIn } from '../../lib/store';
import type { Place } from './place';
import { type Clock, DEATHS, type Death, Killed, numberStore, outside, Process } from './process';
import { SCENARIOS, type Scenario } from './scenarios';

/** Between two runs: nothing of the one before is near in time. */
const APART_MS = 3 * 60 * 60_000;
/** A delivery that has not come to an end after so many looks never will. */
const MOST_LOOKS = 60;

export type Totals = {
	runs: number;
	points: number;
	hit: number;
	doubled: number;
	lost: number;
	stuck: number;
	asked: number;
};

/** What went wrong in a run, to be read by whoever mends it. */
export type Trouble = {
	place: string;
	scenario: string;
	call: number;
	name: string;
	death: Death;
	what: string;
};

type Course = { place: Place; scenario: Scenario; points: number; names: readonly string[] };

/** Every numbered call of every scenario on every place: how many there are without any fault. */
async function courses(places: readonly Place[], clock: Clock): Promise<Course[]> {
	const found: Course[] = [];
	for (const place of places) {
		for (const scenario of SCENARIOS.filter((one) => one.suits(place))) {
			const { process, trouble } = await oneRun({ place, scenario, clock, tag: 'dry' });
			if (trouble) throw new Error(`${place.name}, ${scenario.name}: ${trouble} without a fault`);
			found.push({ place, scenario, points: process.calls, names: process.names });
		}
	}
	return found;
}

type Point = { place: Place; scenario: Scenario; name: string; call: number };
type Case = Point & { death: Death; at: number };

/** What changes something on a server: where most can go wrong. */
const MUTATION = /^(POST|PUT|DELETE) .*(statuses|repo\.\w+Record)/;

/**
 * Lets a fault befall one call after another, each call at least once and `runs` times in all, and lets the outbox come
 * to an end each time; `few`: every way to die at the calls that change something, and only some of the others.
 * The servers' own posts are the judge.
 */
export async function killRuns(
	places: readonly Place[],
	clock: Clock,
	how: { runs: number } | 'few',
): Promise<{ totals: Totals; troubles: Trouble[] }> {
	numberStore();
	const points = (await courses(places, clock)).flatMap(({ place, scenario, names }) =>
		names.map((name, i): Point => ({ place, scenario, name, call: i + 1 })),
	);
	const cases = how === 'few' ? fewOf(points) : allOf(points, Math.max(how.runs, points.length));
	const totals: Totals = {
		runs: cases.length,
		points: points.length,
		hit: new Set(cases.map(({ at }) => at)).size,
		doubled: 0,
		lost: 0,
		stuck: 0,
		asked: 0,
	};
	const troubles: Trouble[] = [];
	for (const [run, { place, scenario, call, name, death }] of cases.entries()) {
		const fault = { call, death };
		const result = await oneRun({ place, scenario, clock, fault, tag: `run ${run}` });
		totals.doubled += result.doubled;
		totals.lost += result.lost;
		totals.stuck += result.stuck;
		totals.asked += result.asked;
		if (!result.trouble) continue;
		const where = { place: place.name, scenario: scenario.name };
		troubles.push({ ...where, call, name, death, what: result.trouble });
	}
	return { totals, troubles };
}

function allOf(points: readonly Point[], runs: number): Case[] {
	return Array.from({ length: runs }, (_, run) => caseAt(points, run % points.length, run)).flat();
}

function caseAt(points: readonly Point[], at: number, run: number): Case[] {
	const point = points[at];
	// Each further round lets every call die in another way.
	const death = DEATHS[(at + Math.floor(run / points.length)) % DEATHS.length];
	return point && death ? [{ ...point, at, death }] : [];
}

const FEW = 9;

function fewOf(points: readonly Point[]): Case[] {
	return points.flatMap((point, at) => {
		if (MUTATION.test(point.name)) return DEATHS.map((death) => ({ ...point, at, death }));
		return at % FEW === 0 ? caseAt(points, at, at) : [];
	});
}

type Result = {
	process: Process;
	asked: number;
	stuck: number;
	doubled: number;
	lost: number;
	trouble?: string;
};

async function oneRun(about: {
	place: Place;
	scenario: Scenario;
	clock: Clock;
	tag: string;
	fault?: { call: number; death: Death };
}): Promise<Result> {
	const { place, scenario, clock, tag, fault } = about;
	await clock.pass(APART_MS);
	await place.reset();
	place.rest();
	const before = place.complaints().length;
	const person = new Person(place, clock);
	new Process(clock).start();
	const wish = await scenario.begin(place, `${place.name} ${scenario.name} ${tag}`, () =>
		person.settle(),
	);
	const process = new Process(clock, fault);
	process.start();
	await untilKilled(async () => {
		await wish.press();
		await person.settle();
	});
	const calls = process.calls;
	// As after the browser started the worker again: nothing is held, nothing is in memory.
	new Process(clock).start();
	if (!(await wish.isTaken())) await wish.press();
	const stuck = await person.settle();
	outside();
	process.calls = calls;
	// What a server does late, it does.
	await clock.pass(APART_MS);
	const { doubled, lost } = await wish.judge();
	const needless = person.asked > 0 && !place.mayAsk(scenario.name);
	const complaints = place.complaints().slice(before);
	const words = [
		...(doubled ? ['doubled'] : []),
		...(lost ? ['lost'] : []),
		...(needless ? ['asked, though the server tells'] : []),
		...stuck.map(
			({ kind, state, needs = '', problem }) => `${kind} ${state} ${needs} ${problem?.key ?? ''}`,
		),
		...complaints,
	];
	return {
		process,
		asked: person.asked,
		stuck: stuck.length,
		doubled,
		lost,
		...(words.length > 0 ? { trouble: words.join(', ') } : {}),
	};
}

async function untilKilled(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof Killed) && !isKilled(error)) throw error;
	}
}

/** What a dead worker throws may be wrapped by those who do not know. */
function isKilled(error: unknown): boolean {
	return (
		error instanceof Error && (error.cause instanceof Killed || error.message.includes('Killed'))
	);
}

/** Somebody who waits, and looks where they are asked to. */
class Person {
	asked = 0;
	private readonly place: Place;
	private readonly clock: Clock;

	constructor(place: Place, clock: Clock) {
		this.place = place;
		this.clock = clock;
	}

	/** Lets time pass until nothing is on its way; returns what never came to an end. */
	async settle(): Promise<readonly Delivery[]> {
		for (let looks = 0; looks < MOST_LOOKS; looks++) {
			const next = await drain(new AbortController().signal);
			if (next !== undefined) await this.clock.pass(Math.max(1, next - this.clock.now));
			else if (!((await this.look()) || (await this.late()))) break;
		}
		return deliveriesIn(['queued', 'sending', 'checking', 'needs-you', 'failed']);
	}

	/** Sends what the worker's death made late. */
	private async late(): Promise<boolean> {
		const waiting = (await deliveriesIn(['needs-you'])).filter(({ needs }) => needs === 'late');
		for (const { id } of waiting) await receive({ type: 'deliver', delivery: id, step: 'send' });
		return waiting.length > 0;
	}

	/** Answers what only looking at the server can. */
	private async look(): Promise<boolean> {
		const waiting = (await deliveriesIn(['needs-you'])).filter(({ needs }) => needs === 'look');
		for (const { id, content } of waiting) {
			this.asked += 1;
			const there = this.place.mine().some(({ text }) => text === content?.text);
			await receive({ type: 'deliver', delivery: id, step: there ? 'there' : 'absent' });
		}
		return waiting.length > 0;
	}
}
