import { killRuns, type Totals } from '../outbox/kill';
import { openMastodon, openSquare, PERSONALITIES, type Place } from '../outbox/place';
import { Clock } from '../outbox/process';
import { otherServersRatio } from '../outbox/storm';

export const small = { runs: '1' };

/**
 * `--runs` deaths of the outbox, each call to a server or to the store at least once, on every server of this
 * repository; the servers' own posts are the judge. Then how long other servers wait while one is slow.
 */
export async function run(options: Readonly<Record<string, string>>): Promise<object> {
	const runs = Number(options['runs'] ?? 1000);
	const clock = new Clock();
	const places: Place[] = [];
	try {
		for (const name of PERSONALITIES) places.push(await openMastodon(name, clock));
		places.push(await openSquare(clock));
		const { totals, troubles } = await killRuns(places, clock, runs > 1 ? { runs } : 'few');
		for (const trouble of troubles) console.log(JSON.stringify(trouble));
		return { ...fieldsOf(totals), otherServersRatio: await otherServersRatio(clock) };
	} finally {
		for (const place of places) await place.stop();
	}
}

function fieldsOf({ runs, points, hit, doubled, lost, stuck, asked }: Totals): object {
	return { runs, points, hit, doubled, lost, stuck, asked };
}
