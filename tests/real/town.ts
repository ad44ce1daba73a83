import { type Snac, startSnac } from '../servers/snac';
import type { SnacPerson } from '../servers/snac/home';
import type { Status } from '../servers/snac/people';
/** A snac on which something has happened: Ann and Ben follow each other, and have talked about bread; nobody follows Cem. */
export type SnacTown = {
	snac: Snac;
	ann: SnacPerson;
	/** Ben's post, and his answer to Ann's answer. */
	root: Status;
	answer: Status;
};

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 200;
export const ROOT = 'Rye bread from the north oven';
export const ANSWER = 'Eight hours at least';

export async function startSnacTown(): Promise<SnacTown> {
	const snac = await startSnac({ people: ['ann', 'ben', 'cem'] });
	try {
		const [ann] = snac.people;
		if (!ann) throw new Error('Nobody lives there.');
		await Promise.all([snac.follow('ann', 'ben'), snac.follow('ben', 'ann')]);
		// All of one server know a post by one id, before it has come to their home.
		const root = await snac.post('ben', ROOT);
		const question = await snac.post('ann', 'How long does it rise?', { in_reply_to_id: root.id });
		const answer = await snac.post('ben', ANSWER, { in_reply_to_id: question.id });
		for (const post of [root, answer]) await arrived(snac, 'ann', post);
		return { snac, ann, root, answer };
	} catch (error) {
		await snac.stop();
		throw error;
	}
}

async function arrived(snac: Snac, at: string, { uri }: Status): Promise<void> {
	for (const end = Date.now() + PATIENCE_MS; ; ) {
		const home = await snac.ask<Status[]>(at, 'GET', '/api/v1/timelines/home');
		if (home.some((one) => one.uri === uri)) return;
		if (Date.now() > end) throw new Error(`${uri} did not reach ${at}.`);
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
}
