import type messages from '../../public/_locales/en/messages.json';
import type { Text } from '../model';
import { createFormats, type Formats } from './formats';

type Stored = keyof typeof messages;
type WithoutPlural<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
/** Names a text; a text with a plural is named without its ending, which `count` chooses. */
export type Key = WithoutPlural<Stored>;

/** Numbers and dates are written as the locale does; years and ids are passed as strings. */
export type Parameters = Readonly<Record<string, string | number | Date>>;

/** A stretch of a text, or the name of a placeholder that was given no value. */
export type Part = string | { name: string };

export type Messages = Readonly<Record<string, string>>;

export type Texts = Formats & {
	/** BCP 47, without region: for `<html lang>`. */
	language: string;
	/** Which way its lines run: for `<html dir>`. */
	direction: 'ltr' | 'rtl';
	t(key: Key, parameters?: Parameters): string;
	/** Draws a text of the model. A key that does not exist is shown as it is, so that it is noticed. */
	say(text: Text): string;
	/** The text cut at the placeholders that `parameters` leaves open: for links and bold words inside sentences. */
	parts(key: Key, parameters?: Parameters): readonly Part[];
};

const PLACEHOLDER = /\{(\w+)\}/g;

export function createTexts(language: string, locale: string, stored: Messages): Texts {
	const formats = createFormats(locale);
	const direction = stored['direction'] === 'rtl' ? 'rtl' : 'ltr';
	const plurals = new Intl.PluralRules(language);
	const message = (key: string, parameters: Parameters): string => {
		const { count } = parameters;
		const plural =
			typeof count === 'number' ? stored[`${key}_${plurals.select(count)}`] : undefined;
		return plural ?? stored[key] ?? key;
	};
	const value = (given: string | number | Date): string => {
		if (typeof given === 'number') return formats.number(given);
		return typeof given === 'string'
			? isolate(given, direction)
			: formats.date(given.getTime(), 'day');
	};
	const fill = (key: string, parameters: Parameters): string =>
		message(key, parameters).replace(PLACEHOLDER, (whole, name: string) => {
			const given = parameters[name];
			return given === undefined ? whole : value(given);
		});
	return {
		...formats,
		language,
		direction,
		t: (key, parameters = {}) => fill(key, parameters),
		say: ({ key, parameters = {} }) => fill(key, parameters),
		parts: (key, parameters = {}) =>
			cut(message(key, parameters), (name) => {
				const given = parameters[name];
				return given === undefined ? { name } : value(given);
			}),
	};
}

function cut(message: string, fillIn: (name: string) => Part): Part[] {
	// Splitting by a pattern with one group: odd places hold what the group caught.
	return message
		.split(PLACEHOLDER)
		.map((piece, i) => (i % 2 === 1 ? fillIn(piece) : piece))
		.filter((part) => part !== '');
}

const RIGHT_TO_LEFT_OR_CONTROL =
	/[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Names from archives may run right to left or carry direction marks; isolated, they cannot turn the sentence. Where the
 * sentence itself runs right to left, names and addresses of any kind would.
 */
function isolate(text: string, direction: Texts['direction']): string {
	const turns = direction === 'rtl' || RIGHT_TO_LEFT_OR_CONTROL.test(text);
	return turns ? `\u2068${text}\u2069` : text;
}
