import { expect, test } from 'vitest';
import type { Charter, Evidence, Square } from '../../lib/model';
import { changedRules, charterRows, compareRows, fieldRows, squareRows } from './rows';

const evidence: readonly Evidence[] = [
	{ url: 'https://a.example/about', quote: 'We are a foundation.', on: '2026-11-22', self: true },
];
const found = <T>(value: T) => ({ value, evidence });

const full: Charter = {
	host: 'a.example',
	operator: found({ name: 'Stichting A', kind: 'foundation' }),
	country: found('NL'),
	funding: found('donations'),
	languages: found(['nl', 'en']),
	rules: found([{ id: '1', text: 'Be kind.' }]),
	terms: found('https://a.example/terms'),
	privacy: found('https://a.example/privacy'),
	contact: found('post@a.example'),
	software: found({ name: 'A', open: true, source: 'https://git.example/a' }),
	accounts: found('https://a.example/money'),
	wayOut: found('https://a.example/export'),
	ifItFails: found('Thirty days to move.'),
	readAt: 0,
};

const square = (host: string, part: Partial<Square['charter']>): Square => ({
	host,
	title: host,
	charter: { host, ...part },
	join: { url: `https://${host}/join`, how: 'open' },
	reviewedOn: '2026-11-01',
});

test('every field of a charter has a line with its evidence', () => {
	const rows = charterRows(full);
	expect(rows.filter(({ value }) => value === undefined)).toEqual([]);
	// The kind stands on the same words as who it is.
	expect(rows.filter((row) => row.evidence.length === 0).map(({ name }) => name)).toEqual([
		'charterKind',
	]);
	const { host: _host, readAt: _readAt, ...fields } = full;
	expect(rows).toHaveLength(Object.keys(fields).length + 1);
});

test('a field that nobody found has a line too, without a value', () => {
	const rows = charterRows({ host: 'a.example' });
	expect(rows.map(({ name }) => name)).toEqual(charterRows(full).map(({ name }) => name));
	expect(rows.every(({ value }) => value === undefined)).toBe(true);
});

test.each([
	['post@a.example', { type: 'words', text: 'post@a.example' }],
	['https://a.example/contact', { type: 'link', href: 'https://a.example/contact' }],
])('a contact of %s', (contact, value) => {
	const rows = charterRows({ host: 'a.example', contact: found(contact) });
	expect(rows.find(({ name }) => name === 'serverContact')?.value).toEqual(value);
});

test.each([
	['https://a.example/terms', 'here'],
	['https://b.example/terms', 'elsewhere'],
])('terms at %s that nobody has read', (href, unread) => {
	const terms = { ...found(href), unread: true as const };
	const rows = charterRows({ host: 'a.example', terms });
	expect(rows.find(({ name }) => name === 'linkTerms')?.value).toEqual({
		type: 'link',
		href,
		unread,
	});
});

test('two places stand line beside line, with what differs', () => {
	const law = found('NL');
	const rows = compareRows([
		square('a.example', { country: law, funding: found('donations') }),
		square('b.example', { country: law }),
	]);
	const of = (name: string) => rows.find((row) => row.name === name);
	expect(of('charterCountry')).toMatchObject({ differs: false });
	expect(of('charterFunding')).toEqual({
		name: 'charterFunding',
		values: [{ type: 'words', text: 'donations' }, undefined],
		differs: true,
	});
	expect(of('charterOperator')).toMatchObject({ values: [undefined, undefined], differs: false });
	expect(of('charterJoin')).toMatchObject({ values: [{ how: 'open' }, { how: 'open' }] });
});

test('a place says before all else who runs it, and at last what if it fails', () => {
	const names = squareRows(square('a.example', {})).map(({ name }) => name);
	expect(names[0]).toBe('charterOperator');
	expect(names.slice(-2)).toEqual(['charterJoin', 'charterIfItFails']);
});

test('a change shows what was said before', () => {
	expect(fieldRows('country', 'NL')).toMatchObject([{ value: { type: 'country', code: 'NL' } }]);
	expect(fieldRows('operator', { name: 'A', kind: 'person' })).toHaveLength(2);
	expect(fieldRows('funding', undefined)).toEqual([]);
});

test('of rules only those that went and came are told', () => {
	const [a, b, c] = ['a', 'b', 'c'].map((text, i) => ({ id: String(i), text }));
	if (!a || !b || !c) throw new Error('three rules');
	expect(changedRules([a, b], [{ ...b, id: '7' }, c])).toEqual({ gone: [a], come: [c] });
});
