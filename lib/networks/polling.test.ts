import { describe, expect, it } from 'vitest';
import type { NetworkPart } from '.';
import { NETWORKS } from './adapters';
import { POLLING } from './polling';

/** What lib/timeline/poll.ts asks for; what a network has of it, the background must have too. */
const POLLED = ['verify', 'page', 'notices', 'markers'] as const satisfies (keyof NetworkPart)[];

describe('the networks of the background', () => {
	it('are all there are, in the same order', () => {
		expect(NETWORKS.length).toBeGreaterThan(0);
		expect(POLLING.map(({ id }) => id)).toEqual(NETWORKS.map(({ id }) => id));
	});

	it.each(POLLING)('$id: is part of the whole, and has all that polling takes', (part) => {
		const whole = NETWORKS.find(({ id }) => id === part.id);
		// Pages may bring along what the background cannot load; it has the same without that.
		const { page, ...same } = part;
		expect(whole).toMatchObject(same);
		expect(typeof page).toBe(typeof whole?.page);
		for (const name of POLLED) if (name !== 'page') expect(part[name], name).toBe(whole?.[name]);
	});
});
