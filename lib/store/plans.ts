import type { Instant } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';

/** What the person is in the middle of, and will come back to. */
export type Plans = {
	/** They asked X for their archive, and want to be reminded. */
	reminder?: { askedAt: Instant; at: Instant };
	/** They went to a place to sign up there. */
	joining?: { host: string; title: string; at: Instant };
};

const NAMES = ['reminder', 'joining'] as const satisfies readonly (keyof Plans)[];

/** What is under way. Topic `settings`. */
export async function readPlans(): Promise<Plans> {
	const { store } = (await database()).transaction('settings');
	const found = await Promise.all(
		NAMES.map(async (name) => [name, await store.get(name)] as const),
	);
	return Object.fromEntries(found.filter(([, plan]) => plan !== undefined));
}

/** Begins a plan, or ends it. */
export async function writePlan<K extends keyof Plans>(
	name: K,
	plan: Plans[K] | undefined,
): Promise<void> {
	await atOnce(['settings'], async (tx) => {
		const store = tx.objectStore('settings');
		if (plan === undefined) await store.delete(name);
		else await store.put(plan, name);
	});
	announce('settings');
}

/** How many reminders are due, for the badge. */
export async function remindersDue(now: Instant): Promise<number> {
	const reminder = (await (await database()).get('settings', 'reminder')) as Plans['reminder'];
	return reminder !== undefined && reminder.at <= now ? 1 : 0;
}
