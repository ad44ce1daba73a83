import { expect, it } from 'vitest';
import type { Me } from '../../lib/sessions';
import { signedOutIn, signedOutWords } from './signed-out';

const all = [
	{ account: 'here', state: 'active' },
	{ account: 'out', state: 'ended' },
] as unknown as readonly Me[];
const names = (targets: string[], fixed: boolean) =>
	signedOutIn(all, { targets }, fixed).map(({ account }) => account);

it('an account that has to sign in again is shown; where the places stand, only if it is one of them', () => {
	expect(names(['here'], false)).toEqual(['out']);
	expect(names(['here'], true)).toEqual([]);
	expect(names(['here', 'out'], true)).toEqual(['out']);
});

it('what goes there waits beside a place that can be reached, and alone goes nowhere', () => {
	const open = [{ key: 'here' }];
	expect(signedOutWords('out', { targets: ['here', 'out'] }, open)).toBe('composeSignedOutWaits');
	expect(signedOutWords('out', { targets: ['out'] }, open)).toBe('composeSignedOut');
	expect(signedOutWords('out', { targets: ['here'] }, open)).toBe('composeSignedOut');
});
