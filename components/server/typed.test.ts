import { expect, test } from 'vitest';
import { addressProblem, alertOf, entryProblem } from './typed';

const looksRight = (password: string) => password === 'aaaa-bbbb-cccc-dddd';
const typed = { handle: 'maria', password: 'aaaa-bbbb-cccc-dddd', sure: false, looksRight };

test.each(['', '   '])('an address of %j is no address yet', (address) => {
	expect(addressProblem(address)).toEqual({ field: 'address', text: 'serverAddressEmpty' });
	expect(addressProblem('chaos.example')).toBeUndefined();
});

test.each([
	['everything there', {}, undefined],
	['spaces around a password', { password: ' aaaa-bbbb-cccc-dddd ' }, undefined],
	['no handle', { handle: ' ' }, { field: 'handle', text: 'handleEmpty' }],
	['no password', { password: '' }, { field: 'password', text: 'appPasswordEmpty' }],
	['a password of another shape', { password: 'hunter2' }, { doubt: true }],
	['the same, once more', { password: 'hunter2', sure: true }, undefined],
	[
		'none, once more',
		{ password: '', sure: true },
		{ field: 'password', text: 'appPasswordEmpty' },
	],
])('%s', (_what, part, problem) => {
	expect(entryProblem({ ...typed, ...part })).toEqual(problem);
});

const [first, second] = [{ key: 'a' }, { key: 'a' }];
test.each([
	['nothing at first', { refusal: undefined }, undefined],
	['what the server said', { refusal: first }, 'refusal'],
	[
		'the doubt alone, in place of what was said before it',
		{ doubted: 'x', refusal: first, over: first },
		'doubt',
	],
	[
		'nothing once another password is typed',
		{ doubted: 'y', refusal: first, over: first },
		undefined,
	],
	[
		'what the server said to the doubted one',
		{ doubted: 'x', refusal: second, over: first },
		'refusal',
	],
])('one alert at a time: %s', (_what, part, alert) => {
	const now = { doubted: undefined, password: 'x', refusal: undefined, over: undefined };
	expect(alertOf<object>({ ...now, ...part })).toBe(alert);
});
