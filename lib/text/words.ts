/** Longer texts say nothing more about their language. */
const ENOUGH = 4000;

/** The words of a post: without links, mentions, tags and addresses, which are of no language. */
export function wordsOf(text: string): string {
	return text
		.slice(0, ENOUGH)
		.replace(/https?:\/\/\S+/g, ' ')
		.replace(/(?<![\w/])@[\w.-]+(?:@[\w.:-]+)?/g, ' ')
		.replace(/[#＃][\p{L}\p{N}_]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** How many letters of any script. */
export function lettersIn(text: string): number {
	return text.match(/\p{L}/gu)?.length ?? 0;
}

/** How many stretches of letters: scripts without spaces have few. */
export function wordsIn(text: string): number {
	return text.match(/[\p{L}\p{M}'’]*\p{L}[\p{L}\p{M}'’]*/gu)?.length ?? 0;
}

type Written = {
	text: string;
	warning?: string | undefined;
	poll?: { options: readonly string[] } | undefined;
};

/** A text with fewer letters says little of its language: greetings are the same in many. */
const TELLING_LETTERS = 8;
/** What stands beside it has to say more: warnings are often a word. */
const BESIDE_LETTERS = 20;

/**
 * The words of a post by which its language is told: the text, and where that says little, what else everybody reads,
 * warning and what a poll lets choose. Descriptions of pictures are for those who need them, in their language.
 */
export function wordsShown({ text, warning = '', poll }: Written): string {
	if (lettersIn(wordsOf(text)) >= TELLING_LETTERS) return text;
	const beside = [warning, ...(poll?.options ?? [])].filter((one) => one !== '').join('\n');
	if (lettersIn(wordsOf(beside)) < BESIDE_LETTERS) return text;
	return [text, beside].filter((one) => one !== '').join('\n');
}
