/** A whole handle or an https address: what servers look up elsewhere, and nobody types by accident. */
const NAMES_ONE = /^(@[^\s@/]+@[^\s@/]+\.[^\s@/]+|https:\/\/[^\s/.]+\.[^\s/]*[^\s/.](\/\S*)?)$/;

/** Whether a query names one person or post by its full name. */
export function namesOne(query: string): boolean {
	return NAMES_ONE.test(query.trim());
}
