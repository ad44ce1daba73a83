import type { RuleClass } from '../../lib/model';
import { readRules } from '../../lib/norms/rules';
import type { Corpus, Draft, Sentence } from './corpus';
import { saidOf } from './judged';

/** Found and right, found and wrong, missed. */
export type Count = { right: number; wrong: number; missed: number };

export type Figures = {
	sentences: number;
	drafts: number;
	classes: Readonly<Partial<Record<RuleClass, Count>>>;
	/** Blocks of drafts alone. */
	blocks: Count;
	/** Drafts of which all was said that should be, and nothing else. */
	exact: number;
	/** What was read or said otherwise, in words. */
	confusions: readonly string[];
};

/** Reads every sentence and judges every draft; of drafts only what `checked` classes say counts. */
export async function figuresOf(
	{ sentences, drafts }: Corpus,
	checked: readonly RuleClass[],
): Promise<Figures> {
	const classes: Partial<Record<RuleClass, Count>> = {};
	const confusions: string[] = [];
	for (const sentence of sentences) {
		const wanted = new Set<RuleClass>(sentence.classes);
		const found = classesIn(sentence);
		for (const one of new Set([...wanted, ...found])) {
			classes[one] ??= { right: 0, wrong: 0, missed: 0 };
			count(classes[one], wanted.has(one), found.has(one));
		}
		const said = detailsIn(sentence, wanted, found);
		if (said) confusions.push(`${sentence.id}: ${said} | ${sentence.text}`);
	}
	const blocks = { right: 0, wrong: 0, missed: 0 };
	let exact = 0;
	for (const draft of drafts) {
		const said = await compared(draft, checked, blocks);
		if (said === '') exact++;
		else confusions.push(`${draft.id}: ${said} | ${draft.rules.map(({ text }) => text).join(' ')}`);
	}
	const sizes = { sentences: sentences.length, drafts: drafts.length };
	return { ...sizes, classes, blocks, exact, confusions };
}

function classesIn({ text }: Sentence): ReadonlySet<RuleClass> {
	const all = readRules([{ id: '1', text }]).map((one) => one.class);
	const other = all.filter((one) => one !== 'conduct');
	return new Set(other.length > 0 ? other : all);
}

function detailsIn(
	sentence: Sentence,
	wanted: ReadonlySet<RuleClass>,
	found: ReadonlySet<RuleClass>,
): string {
	if ([...wanted].sort().join() !== [...found].sort().join()) {
		return `${[...found].join('+')} for ${[...wanted].join('+')}`;
	}
	const read = readRules([{ id: '1', text: sentence.text }]);
	return (['level', 'says', 'means'] as const)
		.flatMap((field) => {
			const value = sentence[field];
			const values = read.flatMap((one) => Object.entries(one).filter(([name]) => name === field));
			const isRight = value === undefined || values.some(([, one]) => one === value);
			return isRight ? [] : [`${field} ${values.map(([, one]) => one)} for ${value}`];
		})
		.join(', ');
}

async function compared(
	draft: Draft,
	checked: readonly RuleClass[],
	blocks: Count,
): Promise<string> {
	const found = await saidOf(draft);
	const wrong: string[] = [];
	for (const one of checked) {
		const [is, should] = [found[one], draft.expect[one]];
		if (is === 'block' || should === 'block') count(blocks, should === 'block', is === 'block');
		if (is !== should) wrong.push(`${one} ${is ?? 'nothing'} for ${should ?? 'nothing'}`);
	}
	return wrong.join(', ');
}

function count(one: Count, isWanted: boolean, isFound: boolean): void {
	if (isWanted && isFound) one.right++;
	else if (isFound) one.wrong++;
	else one.missed++;
}

/** Of what was found, how much is right; 1 where nothing was found. */
export function precision({ right, wrong }: Count): number {
	return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Of what should be found, how much was. */
export function recall({ right, missed }: Count): number {
	return right + missed === 0 ? 1 : right / (right + missed);
}
