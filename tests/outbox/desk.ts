import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Delivery, Draft } from '../../lib/model';
import { connectOutbox, deliveries, enqueue, newDraft, saveDraft } from '../../lib/outbox';
import { drain, receive } from '../../lib/outbox/worker';
import { openMastodon, openSquare, type Place, resetAll } from './place';
import { Clock, Process } from './process';

/** An outbox with an account on a Mastodon and one on a town square, in a database that is new for each test. */
export function desk() {
	const clock = new Clock();
	const places: Place[] = [];
	const machine = { online: true };
	beforeAll(async () => {
		places.push(await openMastodon('mastodon-4.5', clock), await openSquare(clock));
		connectOutbox(receive);
	});
	afterAll(async () => {
		for (const place of places) await place.stop();
	});
	beforeEach(async () => {
		machine.online = true;
		await clock.pass(60 * 60_000);
		for (const place of places) place.rest();
		await resetAll(places);
		new Process(clock).start(() => machine.online);
	});
	const place = (at: number): Place => {
		const found = places[at];
		if (!found) throw new Error('there is no such place');
		return found;
	};
	const sendNow = () => drain(new AbortController().signal);
	return {
		clock,
		places,
		machine,
		mastodon: () => place(0),
		square: () => place(1),
		both: () => places.map(({ me }) => me.account),
		sendNow,
		/** Saves a draft of these parts, sends it, and says what became of it. */
		async sent(parts: Partial<Draft>): Promise<readonly Delivery[]> {
			const draft = await saved(parts);
			const said = await enqueue(draft);
			if (!('done' in said)) throw new Error(`it was refused: ${said.refused.key}`);
			await sendNow();
			return deliveries(draft.id);
		},
	};
}

export async function saved(parts: Partial<Draft>): Promise<Draft> {
	const result = await saveDraft(newDraft({ undoSeconds: 0, ...parts }));
	if (!('saved' in result)) throw new Error('it was not saved');
	return result.saved;
}

/** The one that there is. */
export async function only(
	rows: Promise<readonly Delivery[]> | readonly Delivery[],
): Promise<Delivery> {
	const [first, ...others] = await rows;
	if (!first || others.length > 0) throw new Error('one was expected');
	return first;
}

/** What I posted there, white space apart. */
export function texts(at: Place): string[] {
	return at.mine().map(({ text }) => text.replace(/\s+/g, ' '));
}
