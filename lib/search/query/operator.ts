import type { Text } from '../../model';
import { HAS, IS, type Operator, operatorTerm } from '../terms/operators';
import { HAS_NAMES, IS_NAMES, NETWORK_NAMES, OPERATOR_NAMES } from './aliases';
import { parseDate } from './date';
import type { Clause } from './query';

/** The value of an operator as it was typed; `open` while the person is still typing it. */
type Typed = { not: boolean; value: string; open: boolean; now: Date };
type Understood = { clause: Clause } | { problem: Text };

const READERS: ReadonlyMap<string, (typed: Typed) => Understood> = new Map([
	['from', (typed: Typed) => person(typed, 'from', 'mine')],
	['to', (typed: Typed) => person(typed, 'to', 'thread')],
	['lang', (typed: Typed) => carried(typed, 'lang', typed.value)],
	['on', (typed: Typed) => carried(typed, 'on', NETWORK_NAMES.get(typed.value) ?? typed.value)],
	['has', (typed: Typed) => oneOf(typed, 'has', HAS, HAS_NAMES)],
	['is', (typed: Typed) => oneOf(typed, 'is', IS, IS_NAMES)],
	['before', (typed: Typed) => time(typed, 'to')],
	['after', (typed: Typed) => time(typed, 'from')],
]);

function readerOf(name: string) {
	return READERS.get(OPERATOR_NAMES.get(name) ?? name);
}

export function isOperator(name: string): boolean {
	return readerOf(name) !== undefined;
}

/** Whether more letters may make it the name of an operator. */
export function beginsOperator(start: string): boolean {
	return [...READERS.keys(), ...OPERATOR_NAMES.keys()].some((name) => name.startsWith(start));
}

/** What `name:value` asks for, or what is wrong with it. Both in lower case. */
export function readOperator(name: string, typed: Typed): Understood {
	const reader = readerOf(name);
	if (reader) return reader(typed);
	return { problem: { key: 'searchProblemOperator', parameters: { operator: `${name}:` } } };
}

/** `me` is the owner of each archive, in own words or in replies to own posts. */
function person(typed: Typed, operator: 'from' | 'to', me: 'mine' | 'thread'): Understood {
	if (typed.value === 'me') return carried({ ...typed, open: false }, 'is', me);
	return carried(typed, operator, typed.value.replace(/^[@＠]/, ''));
}

function carried({ not, open }: Typed, operator: Operator, value: string): Understood {
	const term = operatorTerm(operator, value);
	return { clause: { type: 'operator', not, element: open ? { term, prefix: true } : { term } } };
}

function oneOf(
	typed: Typed,
	operator: 'has' | 'is',
	known: readonly string[],
	names: ReadonlyMap<string, string>,
): Understood {
	const value = names.get(typed.value) ?? typed.value;
	if (known.includes(value)) return carried({ ...typed, open: false }, operator, value);
	const parameters = { operator: `${operator}:`, value: typed.value, known: known.join(', ') };
	return { problem: { key: 'searchProblemValue', parameters } };
}

function time({ not, value, now }: Typed, border: 'from' | 'to'): Understood {
	const at = parseDate(value, now);
	if (at === undefined) return { problem: { key: 'searchProblemDate', parameters: { value } } };
	return { clause: { type: 'time', not, [border]: at } };
}
