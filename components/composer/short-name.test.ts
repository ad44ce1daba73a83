import { expect, it } from 'vitest';
import { shortName } from './short-name';

const ada = { name: 'ada@square.test', host: 'square.test' };
const ben = { name: 'ben@square.test', host: 'square.test' };
const far = { name: 'ada@far.test', host: 'far.test' };
const x = { name: 'X', host: 'x.com', window: true as const };

it('is the host as long as one alone of mine is there', () => {
	const all = [ada, ada, far, x];
	expect(all.map((one) => shortName(one, all))).toEqual([
		'square.test',
		'square.test',
		'far.test',
		'X',
	]);
});

it('tells two of mine at one place from each other', () => {
	const all = [ada, ben, far];
	expect(all.map((one) => shortName(one, all))).toEqual([
		'@ada@square.test',
		'@ben@square.test',
		'far.test',
	]);
});
