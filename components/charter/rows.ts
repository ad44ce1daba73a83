import type { Charter, Evidence, Finding, OperatorKind, Rule, Square } from '../../lib/model';
import type { Key } from '../../lib/texts';

/** What a field holds, before it is drawn in the person's language. */
export type Value =
	| { type: 'words'; text: string }
	| { type: 'link'; href: string; text?: string; unread?: 'elsewhere' | 'here' }
	| { type: 'kind'; kind: OperatorKind }
	| { type: 'country'; code: string; seat?: true }
	| { type: 'languages'; tags: readonly string[] }
	| { type: 'rules'; rules: readonly Rule[] }
	| { type: 'join'; how: Exclude<Square['join']['how'], 'unknown'> };

/** One line of a charter; without a value nothing was found. */
export type Row = {
	name: Key;
	value?: Value;
	evidence: readonly Evidence[];
};

type Known = Omit<Charter, 'readAt'>;

/** A charter line by line, in the order in which people ask. */
export function charterRows(charter: Known): Row[] {
	const { operator, country, funding, languages, rules, terms, privacy, contact } = charter;
	const { software, accounts, wayOut, ifItFails } = charter;
	return [
		row('charterOperator', operator, ({ name }) => ({ type: 'words', text: name })),
		{ ...row('charterKind', operator, ({ kind }) => ({ type: 'kind', kind })), evidence: [] },
		row('charterFunding', funding, words),
		row('charterCountry', country, (code) => ({
			type: 'country',
			code,
			...(country?.seat ? { seat: true } : {}),
		})),
		row('charterLanguages', languages, (tags) => ({ type: 'languages', tags })),
		row('charterRules', rules, (all) => ({ type: 'rules', rules: all })),
		row('linkTerms', terms, paper(charter.host, terms)),
		row('linkPrivacy', privacy, paper(charter.host, privacy)),
		row('serverContact', contact, wordsOrLink),
		row('serverSoftware', software, ({ name, source }) =>
			source ? { type: 'link', href: source, text: name } : { type: 'words', text: name },
		),
		row('charterAccounts', accounts, link),
		row('charterWayOut', wayOut, wordsOrLink),
		row('charterIfItFails', ifItFails, words),
	];
}

/** A single field as it was found at some time, line by line; nothing where it was not found. */
export function fieldRows(field: keyof Known, value: unknown): Row[] {
	if (value === undefined) return [];
	const alone = { host: '', [field]: { value, evidence: [] } } as Known;
	return charterRows(alone).filter((one) => one.value !== undefined);
}

/** Rules that are in one list and not in the other, by their words. */
export function changedRules(
	before: readonly Rule[],
	after: readonly Rule[],
): { gone: readonly Rule[]; come: readonly Rule[] } {
	const without = (all: readonly Rule[], others: readonly Rule[]) =>
		all.filter(({ text }) => !others.some((other) => other.text === text));
	return { gone: without(before, after), come: without(after, before) };
}

/** The lines by which one chooses a place. */
const CHOOSING: readonly Key[] = [
	'charterOperator',
	'charterKind',
	'charterFunding',
	'charterCountry',
	'charterLanguages',
	'charterRules',
	'linkTerms',
	'charterIfItFails',
];

export function squareRows({ charter, join }: Square): Row[] {
	const all = charterRows(charter).filter(({ name }) => CHOOSING.includes(name));
	return [...all.slice(0, -1), joinRow(join), ...all.slice(-1)];
}

export type Compared = { name: Key; values: readonly (Value | undefined)[]; differs: boolean };

/** The same lines of several places beside each other. */
export function compareRows(squares: readonly Square[]): Compared[] {
	const columns = squares.map(({ charter, join }) => [...charterRows(charter), joinRow(join)]);
	const [first = []] = columns;
	return first.map(({ name }, i) => {
		const values = columns.map((rows) => rows[i]?.value);
		const written = new Set(values.map((value) => JSON.stringify(value)));
		return { name, values, differs: written.size > 1 };
	});
}

function joinRow({ how }: Square['join']): Row {
	const known: Row = { name: 'charterJoin', evidence: [] };
	return how === 'unknown' ? known : { ...known, value: { type: 'join', how } };
}

function row<T>(name: Key, found: Finding<T> | undefined, value: (of: T) => Value): Row {
	return found
		? { name, value: value(found.value), evidence: found.evidence }
		: { name, evidence: [] };
}

function words(text: string): Value {
	return { type: 'words', text };
}

function link(href: string): Value {
	return { type: 'link', href };
}

/** A paper that nobody has read, and whether that is because it stands on another host than the server. */
function paper(host: string, found: Known['terms']): (href: string) => Value {
	return (href) => {
		if (!found?.unread) return link(href);
		return { type: 'link', href, unread: new URL(href).host === host ? 'here' : 'elsewhere' };
	};
}

function wordsOrLink(text: string): Value {
	return /^https?:\/\//.test(text) ? link(text) : words(text);
}
