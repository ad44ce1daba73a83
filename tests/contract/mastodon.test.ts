import { describe } from 'vitest';
import type { Personality } from '../servers/mastodon';
import { hostileContract } from './hostile.contract';
import { mastodonHarness } from './mastodon-harness';
import { signingInContract } from './network.contract';
import { pagingContract } from './paging.contract';
import { streamingContract } from './streaming.contract';

const STREAMS: Readonly<Record<Personality, boolean>> = {
	'mastodon-4.5': true,
	'mastodon-4.2': true,
	gotosocial: true,
	pleroma: true,
	pixelfed: false,
	hollo: false,
	snac: false,
	square: true,
};

// Each in a block of its own: what a contract starts before each of its tests is started for those alone.
for (const personality of Object.keys(STREAMS) as Personality[]) {
	const harness = mastodonHarness(personality);
	describe('signing in', () => signingInContract(harness));
	describe('streaming', () => streamingContract(harness, STREAMS[personality]));
	describe('harm', () => hostileContract(harness));
	if (harness.network.page) describe('paging', () => pagingContract(harness));
}
