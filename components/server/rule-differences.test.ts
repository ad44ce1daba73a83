import { expect, it } from 'vitest';
import { differences } from './rule-differences';

const rule = (id: string, text: string) => ({ id, text });

it('tells what went, came and says something else', () => {
	const before = [rule('1', 'No bots.'), rule('2', 'Be kind.'), rule('3', 'No spam.')];
	const after = [rule('3', 'No spam.'), rule('2', 'Be very kind.'), rule('4', 'English only.')];
	expect(differences(before, after)).toEqual([
		{ before: rule('2', 'Be kind.'), after: rule('2', 'Be very kind.') },
		{ before: rule('1', 'No bots.') },
		{ after: rule('4', 'English only.') },
	]);
});

it('finds none in another order or other numbers', () => {
	const before = [rule('1', 'No bots.'), rule('2', 'Be kind.')];
	expect(differences(before, [rule('1', 'Be kind.'), rule('2', 'No bots.')])).toEqual([]);
});
