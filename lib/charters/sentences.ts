/** A sentence with what was said before it: "It is run by …" needs that. */
export type Sentence = { text: string; before: string };

const LONGEST = 1000;
const MOST = 3000;
const LONGEST_QUOTE = 300;
const END = /[.!?…]+["”»’)]*\s+(?=[\p{Lu}\d"“«„(])/gu;
/** A full stop after these ends no sentence. */
const ABBREVIATION =
	/(?:^|[\s(])(?:e|e\.g|i\.e|z\.\s?B|d\.\s?h|u\.\s?a|Nr|No|St|Mr|Mrs|Ms|Dr|Prof|Art|Abs|Co|vs|ca|approx|bzw|ggf|inkl|incl|p\.\s?ex|U\.\s?S|U\.\s?K|\p{Lu})\.$/u;
/** After these only when the next word does not begin a sentence. */
const FORM =
	/(?:^|\s)(?:e\.\s?V|i\.\s?G|Inc|Ltd|Corp|B\.V|N\.V|S\.A|S\.L|S\.r\.l|S\.p\.A|d\.o\.o|sp\. z o\.o)\.$/u;
const STARTER =
	/^["“«„(]?(?:The|It|We|Our|This|These|You|Your|If|In|All|There|Der|Die|Das|Wir|Unser\p{L}*|Es|Dies\p{L}*|Sie|Er|Ihr\p{L}*|Het|De|Deze|Wij|We|Onze|Nous|Notre|Le|La|Les|Il|Elle|Ce|Cette|El|Los|Las|Nuestr\p{L}*|Este|Esta)(?![\p{L}\d])/u;

/** The sentences of a plain text, in order; a line break ends one. Of endless ones the beginning is read. */
export function sentencesOf(text: string): Sentence[] {
	const found: Sentence[] = [];
	for (const line of text.split('\n')) {
		for (const part of partsOf(line.trim())) {
			if (found.length === MOST) return found;
			found.push({ text: part.slice(0, LONGEST), before: found.at(-1)?.text ?? '' });
		}
	}
	return found;
}

function partsOf(line: string): string[] {
	const parts: string[] = [];
	let start = 0;
	for (const match of line.matchAll(END)) {
		const end = match.index + match[0].length;
		const said = line.slice(Math.max(start, match.index - 40), match.index + 1);
		const goesOn =
			ABBREVIATION.test(said) || (FORM.test(said) && !STARTER.test(line.slice(end, end + 20)));
		if (goesOn) continue;
		parts.push(line.slice(start, end).trim());
		start = end;
	}
	parts.push(line.slice(start).trim());
	return parts.filter((part) => part !== '');
}

/** Of a long sentence what stands around `at`, so that the words that matter are in the quote. */
export function quoteOf(sentence: string, at = 0): string {
	if (sentence.length <= LONGEST_QUOTE) return sentence;
	const start = Math.max(0, Math.min(at - 60, sentence.length - LONGEST_QUOTE + 1));
	const [front, back] = [start > 0, start + LONGEST_QUOTE < sentence.length + 1];
	const room = LONGEST_QUOTE - Number(front) - Number(back);
	const part = sentence.slice(start, start + room).toWellFormed();
	return `${front ? '…' : ''}${part}${back ? '…' : ''}`;
}
