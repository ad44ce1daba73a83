import { expect, it } from 'vitest';
import type { Delivery } from '../model';
import { nextAfter } from './check';
import { blank } from './freeze';

const aim = { target: 'me', name: 'me', host: 'chaos.example', window: false };
const tried = (more: Partial<Delivery> = {}): Delivery => ({
	...blank({ id: 'x', kind: 'create', aim, now: 0 }),
	tries: 1,
	firstTryAt: 0,
	lastTryAt: 0,
	...more,
});
const HOUR = { safeFor: 55 * 60_000 };

it.each([
	['too soon where keys are kept', tried(), HOUR, 2000, { do: 'look', at: 30_000 }],
	['where keys are kept', tried(), HOUR, 30_000, { do: 'repeat' }],
	[
		'where a key is not kept any more',
		tried(),
		HOUR,
		56 * 60_000,
		{ do: 'look', at: 56 * 60_000 + 60_000, absentAt: 56 * 60_000 },
	],
	[
		'where keys are kept but nothing comes of it',
		tried({ tries: 5 }),
		HOUR,
		120_000,
		{ do: 'look', at: 180_000, absentAt: 120_000 },
	],
	[
		'once where keys are ignored',
		tried(),
		'doubles',
		2000,
		{ do: 'look', at: 62_000, absentAt: 2000 },
	],
	[
		'twice, too close to each other',
		tried({ absentAt: 2000 }),
		'doubles',
		61_999,
		{ do: 'look', at: 62_000, absentAt: 2000 },
	],
	['twice, two timeouts apart', tried({ absentAt: 2000 }), 'doubles', 62_000, { do: 'renew' }],
	[
		'of a deletion, which is the same twice',
		tried({ kind: 'delete' }),
		'doubles',
		30_000,
		{ do: 'repeat' },
	],
] as const)('absent, %s', (_, delivery, again, now, next) => {
	expect(nextAfter(delivery, 'absent', again, now)).toEqual(next);
});

it.each([
	['soon, is looked at again', 'doubles', 2000, { do: 'look', at: 60_000 }],
	['late, is asked', 'doubles', 60_000, { do: 'ask' }],
	['never asks where the key decides', HOUR, 60_000, { do: 'repeat' }],
] as const)('what cannot be told, %s', (_, again, now, next) => {
	expect(nextAfter(tried(), 'cannot tell', again, now)).toEqual(next);
});
