import { expect, test } from 'vitest';
import { Term } from '../terms/term';
import { TermTable } from './term-table';

test('terms with the same hash are told apart', () => {
	const table = new TermTable();
	const term = new Term();
	const ids = ['one', 'two', 'onx'].map((text) => {
		term.setText(text);
		term.hash = 42;
		return table.idOf(term);
	});
	expect(ids).toEqual([0, 1, 2]);
	term.setText('two');
	term.hash = 42;
	expect(table.idOf(term)).toBe(1);
});

test('numbers stay the same while the table grows, and order is that of code units', () => {
	const table = new TermTable();
	const texts = Array.from({ length: 200_000 }, (_, i) => ((i * 7919) % 1_000_003).toString(36));
	const ids = texts.map((text) => table.idOfText(text));
	expect(table.count).toBe(texts.length);
	expect(texts.every((text, i) => table.idOfText(text) === ids[i])).toBe(true);
	const sorted = Array.from(table.sorted(), (id) => String.fromCharCode(...table.unitsOf(id)));
	expect(sorted).toEqual(texts.toSorted());
});
