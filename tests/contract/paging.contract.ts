import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../lib/model';
import type { Place as Cursor, Page } from '../../lib/networks';
import type { Harness, Place } from './harness';
import { recordingIo } from './io';
import { needed, signedIn } from './sign-in';

/** Reading a timeline in pages: nothing is lost, nothing comes twice, every key is the one that all servers use. */
export function pagingContract({ name, network, start }: Harness): void {
	let place: Place;
	let session: Session;
	beforeEach(async () => {
		place = await start();
		({ session } = await signedIn(network, place));
	});
	afterEach(async () => {
		await place.stop();
	});

	const page = (at?: Cursor): Promise<Page> => {
		place.rest();
		return needed(network.page)(session, { kind: 'home' }, at, recordingIo().io);
	};
	const keys = ({ entries }: Page) => entries.map(({ post }) => post);
	/** From the newest page to the end. */
	const everything = async (between: () => void = () => undefined): Promise<string[]> => {
		const found: string[] = [];
		let at: Cursor | undefined;
		for (let turn = 0; turn < 40; turn += 1) {
			const given = await page(at);
			found.push(...keys(given));
			if (given.older === undefined) return found;
			at = { older: given.older };
			between();
		}
		throw new Error('The pages have no end.');
	};

	describe(`${name}: paging`, () => {
		it('reads everything once, in order, under the keys that the server gives', async () => {
			const added = place.publish(60);
			const found = await everything();
			expect([...found].sort()).toEqual([...place.home()].sort());
			expect(found.slice(0, 60)).toEqual([...added].reverse());
			expect(place.complaints()).toEqual([]);
		});

		it('loses and doubles nothing while new posts arrive', async () => {
			const before = [...place.home(), ...place.publish(60)];
			const found = await everything(() => place.publish(3));
			expect([...found].sort()).toEqual(before.sort());
		});

		it('goes on where it ended, and finds exactly what is new', async () => {
			const first = await page();
			const added = place.publish(55);
			// Upwards from what is known, each page directly above the one before.
			const found: string[] = [];
			let at: string | undefined = needed(first.newer);
			for (let turn = 0; turn < 10 && at !== undefined; turn += 1) {
				const given: Page = await page({ newer: at });
				expect(given.older).toBeUndefined();
				found.unshift(...keys(given));
				at = given.newer;
			}
			expect(found).toEqual([...added].reverse());
		});

		it('brings every author and post that its entries name', async () => {
			const { entries, posts, accounts } = await page();
			expect(entries.length).toBeGreaterThan(0);
			const known = new Set(posts.map(({ post }) => post.key));
			expect(entries.filter(({ post }) => !known.has(post))).toEqual([]);
			const people = new Set(accounts.map(({ key }) => key));
			expect(posts.filter(({ post }) => !people.has(post.author ?? ''))).toEqual([]);
			expect(people).toContain(session.account);
			expect(posts.every(({ view }) => view.by === session.account)).toBe(true);
		});
	});
}
