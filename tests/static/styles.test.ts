import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = 'components/styles';

/** Classes that a sheet styles wherever they stand: `.post {`, `.icon.thread {` says nothing of `.thread`. */
function classesIn(sheet: string): Set<string> {
	const text = readFileSync(`${FOLDER}/${sheet}`, 'utf8');
	return new Set([...text.matchAll(/^\.([a-z][a-z-]*) \{/gm)].flatMap(([, name]) => name ?? []));
}

/** Sheets come when their page does: what one means by a class, another must not mean otherwise. */
const SHARED = new Set(['lightbox']);

it('a class is styled in one sheet alone, and is no name of an icon', () => {
	const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
	const found = sheets.flatMap((sheet) => [...classesIn(sheet)].map((name) => ({ name, sheet })));
	const twice = found.filter(
		({ name, sheet }) =>
			!SHARED.has(name) && found.some((one) => one.name === name && one.sheet !== sheet),
	);
	expect(twice).toEqual([]);
	const icons = readFileSync(`${FOLDER}/icons.css`, 'utf8');
	const names = new Set(
		[...icons.matchAll(/^\.icon\.([a-z-]+)/gm)].flatMap(([, one]) => one ?? []),
	);
	expect(found.filter(({ name }) => names.has(name))).toEqual([]);
});

/** Sides of the window, where a script has its own: what begins on the left in English begins on the right in Hebrew. */
const PHYSICAL = [
	/^(?:min-|max-)?(?:width|height)$/,
	/^(?:left|right|top|bottom)$/,
	/^(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-|$)/,
	/^border-(?:top|bottom)-(?:left|right)-radius$/,
];
const PHYSICAL_VALUE = /^(?:text-align|float|clear|justify-\S+)$/;

it('sides are named by the lines of the script, not by the window', () => {
	const found = readdirSync(FOLDER)
		.filter((name) => name.endsWith('.css'))
		.flatMap((sheet) => {
			const text = readFileSync(`${FOLDER}/${sheet}`, 'utf8');
			return [...text.matchAll(/^\s*([a-z-]+):\s*([^;{]+);/gm)].flatMap(
				([, name = '', value = '']) => {
					const isPhysical =
						PHYSICAL.some((one) => one.test(name)) ||
						(PHYSICAL_VALUE.test(name) && /\b(?:left|right)\b/.test(value));
					// Four sides that differ from left to right.
					const sides = /^(?:margin|padding|inset|border-\w+)$/.test(name)
						? value.split(/\s+(?![^(]*\))/)
						: [];
					const isUneven = sides.length === 4 && sides[1] !== sides[3];
					return isPhysical || isUneven ? [`${sheet}: ${name}: ${value}`] : [];
				},
			);
		});
	expect(found).toEqual([]);
});
