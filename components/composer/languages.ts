/** Languages that are offered: those that servers' people write most; whatever else is guessed or set is added. */
const OFFERED =
	'ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv ms nb nl nn pl pt ro ru sk sl sr sv ta th tr uk ur vi zh'.split(
		' ',
	);

const names = new Map<string, Intl.DisplayNames>();

/** A language's name in the language of the app; its tag where nobody knows a name. */
export function languageName(tag: string, shownIn: string): string {
	const known = names.get(shownIn) ?? new Intl.DisplayNames([shownIn], { type: 'language' });
	names.set(shownIn, known);
	try {
		return known.of(tag) ?? tag;
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return tag;
	}
}

/** Tags to choose from, in the order of their names: the browser's own languages first. */
export function languages(shownIn: string, also: string): readonly string[] {
	const mine = [...new Set(navigator.languages.map((one) => one.split('-')[0] ?? one))];
	const all = new Set([...OFFERED, ...(also === '' ? [] : [also])]);
	const rest = [...all].filter((one) => !mine.includes(one));
	const collator = new Intl.Collator(shownIn);
	rest.sort((a, b) => collator.compare(languageName(a, shownIn), languageName(b, shownIn)));
	return [...mine, ...rest];
}
