import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Text } from '../model';
import {
	ArchiveProblem,
	archiveProblem,
	cutShort,
	POSTS_ARE_SAFE,
	PROBLEM_CODES,
} from './problems';

function messages(language: string): Record<string, { message: string }> {
	return JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
}

const PARAMETERS = { file: 'a.zip', format: 'tar', network: 'Mastodon', method: 12, detail: 'x' };

/** The places for parameters in a text that its parameters do not fill; `undefined` when there is no text. */
function unfilled(language: string, { key, parameters }: Text): string[] | undefined {
	const message = messages(language)[key]?.message;
	const places = message?.match(/\{\w+\}/g)?.map((place) => place.slice(1, -1));
	return message === undefined
		? undefined
		: (places ?? []).filter((name) => !(name in (parameters ?? {})));
}

describe.each(['en', 'de'])('every problem, in %s', (language) => {
	it.each(PROBLEM_CODES)('%s has three texts', (code) => {
		const { happened, safe, todo } = archiveProblem(code, PARAMETERS).problem;
		for (const text of [happened, safe, todo]) expect(unfilled(language, text)).toEqual([]);
	});

	it('says how much is there of a file that was cut', () => {
		expect(unfilled(language, cutShort('a.zip', 1, 2).problem.happened)).toEqual([]);
		expect(unfilled(language, POSTS_ARE_SAFE)).toEqual([]);
	});
});

describe('cutShort', () => {
	it.each([
		[1_234_567_890, 2_000_000_000, 1.23, 2, 'GB'],
		[12_340_000, 98_760_000, 12.34, 98.76, 'MB'],
		[100, 2500, 0.1, 2.5, 'KB'],
	])('%i of %i bytes', (have, whole, shownHave, shownWhole, unit) => {
		expect(cutShort('a.zip', have, whole).problem.happened).toEqual({
			key: 'problemCutShortKnown',
			parameters: { file: 'a.zip', have: shownHave, whole: shownWhole, unit },
		});
	});

	it('says no number that cannot be right', () => {
		expect(cutShort('a.zip', 500, 400).problem.happened.key).toBe('problemCutShort');
		expect(cutShort('a.zip', 500).problem.happened.key).toBe('problemCutShort');
	});
});

it('keeps names out of the message, which may be logged', () => {
	const error = archiveProblem('password', { file: 'private-name.zip' });
	expect(error).toBeInstanceOf(ArchiveProblem);
	expect(String(error)).toBe('ArchiveProblem: password');
});
