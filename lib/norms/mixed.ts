/** Words that hardly a sentence of these languages does without, and that the others have not. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
	en: 'the and of is with this that for you are at please it have from we our they what',
	de: 'und der das ist nicht ein eine mit für auf wir ihr bitte auch sich den dem wird sind',
	fr: 'le les et est une des pour avec dans que pas vous nous ce qui sur merci du au',
	es: 'el los las y es una para con por que del se en su muy gracias pero como lo',
	nl: 'het een van en is niet met voor op wij dit dat ook zijn maar aan naar',
	pt: 'o os as e é uma para com não que do da em por muito obrigado mas como',
	it: 'il gli e è una per con non che di della sono anche ma come questo grazie',
};

/** So many different ones, and so great a part of all words: a title or a name has fewer. */
const LEAST = 3;
const SHARE = 0.15;
/** Of the letters: half a post in Japanese beside another language. */
const SIGNS_SHARE = 0.2;

const known = new Map<string, ReadonlySet<string>>();

/**
 * Whether a part of the text is in one of these languages though the whole reads like another: half and half is not a
 * clear case.
 */
export function isMixed(text: string, languages: readonly string[]): boolean {
	const words = text
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter((one) => one !== '');
	return languages.some((language) => {
		if (language === 'ja') return hasKana(text);
		const small = smallWordsOf(language);
		const found = words.filter((one) => small.has(one));
		return new Set(found).size >= LEAST && found.length >= words.length * SHARE;
	});
}

function smallWordsOf(language: string): ReadonlySet<string> {
	const before = known.get(language);
	if (before) return before;
	const all = new Set((SMALL_WORDS[language] ?? '').split(' '));
	known.set(language, all);
	return all;
}

function hasKana(text: string): boolean {
	const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	return letters > 0 && kana >= letters * SIGNS_SHARE;
}
