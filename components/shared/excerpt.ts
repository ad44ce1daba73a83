/** As much as stands at once: characters, and lines. */
const MOST = 280;
const LINES = 6;

/**
 * The beginning of long words of somebody else, that they push nothing of ours out of sight; undefined: all of them
 * may stand.
 */
export function excerpt(words: string): string | undefined {
	const lines = words.split('\n');
	const few = lines.slice(0, LINES).join('\n');
	if (few.length <= MOST) return few.length < words.length ? few : undefined;
	// No half of a character of two units is left over.
	return few.slice(0, MOST).replace(/[\ud800-\udbff]$/, '');
}
