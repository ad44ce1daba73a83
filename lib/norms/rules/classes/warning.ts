import type { WarningTopic } from '../../../model';
import type { Said } from '../said';
import type { Meaning } from './meaning';

type Warning = Meaning<'warning'>;

export function readWarning(said: Said): Warning[] {
	if (!said.has('cw')) return [];
	const { free, allowed, required, forbidden, asked, told } = said.wants();
	if (free && !asked) return [];
	const isLacking = said.has('without') && forbidden;
	const isWanted = required || asked || told || isLacking;
	if (!isWanted || (allowed && !required && !asked)) return [];
	return [warningMeaning(said)];
}

export function warningMeaning(said: Said): Warning {
	const { free, required, forbidden, asked } = said.wants();
	const long = longerThan(said);
	const isHard =
		(required || (said.has('without') && forbidden) || (said.has('do') && !asked)) && !free;
	return {
		class: 'warning',
		topics: [...new Set(said.all('topic').map(({ value }) => value as WarningTopic))],
		level: isHard ? 'required' : 'asked',
		publicOnly: said.has('public'),
		...(isMarking(said) ? { marked: true as const } : {}),
		...(long === undefined ? {} : { longerThan: long }),
	};
}

/** It speaks of marking as sensitive alone, and of no warning in words. */
function isMarking(said: Said): boolean {
	const marks = said.all('sensitive');
	return (
		marks.length > 0 && said.all('cw').every((cw) => marks.some(({ from }) => from === cw.from))
	);
}

/** "Longer than 1000 characters". */
function longerThan(said: Said): number | undefined {
	if (!said.near('number', 'characters', 2) || !said.has('longer')) return undefined;
	const found = said.all('number').map(({ value }) => Number(value));
	const most = Math.max(...found);
	return most >= 50 ? most : undefined;
}
