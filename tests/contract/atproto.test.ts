import { describe } from 'vitest';
import { atprotoHarness } from './atproto-harness';
import { hostileContract } from './hostile.contract';
import { signingInContract } from './network.contract';
import { pagingContract } from './paging.contract';

// Each in a block of its own: what a contract starts before each of its tests is started for those alone.
const harness = atprotoHarness();
describe('signing in', () => signingInContract(harness));
describe('harm', () => hostileContract(harness));
describe('paging', () => pagingContract(harness));
