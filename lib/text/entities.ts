const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	'#39': "'",
};

/** Undoes the HTML escaping of plain text as Twitter does it (five entities), once. */
export function unescapeText(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(amp|lt|gt|quot|apos|#39);/g,
		(whole, name: string) => NAMED[name] ?? whole,
	);
}
