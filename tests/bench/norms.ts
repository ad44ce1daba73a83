import type { Rule } from '../../lib/model';
import { readRules } from '../../lib/norms/rules';
import { type Corpus, frozenCorpus, openCorpus } from '../norms/corpus';
import { type Figures, figuresOf, precision, recall } from '../norms/figures';
import { CHECKED } from '../norms/judged';

export const small = { runs: '3' };

/**
 * How the open corpus of rules and drafts is read and judged, with what went wrong; `--frozen`: the frozen one too.
 * Then how long 1 MB of rules takes, the middle of `--runs`.
 */
export async function run(options: Readonly<Record<string, string>>): Promise<object> {
	const open = openCorpus();
	const frozen = options['frozen'] === 'true' ? frozenCorpus() : undefined;
	if (options['frozen'] === 'true' && !frozen) throw new Error('There is no frozen corpus.');
	return {
		open: await shown('open', open),
		...(frozen ? { frozen: await shown('frozen', frozen) } : {}),
		...timeOf(open, Number(options['runs'] ?? 15)),
	};
}

async function shown(name: string, corpus: Corpus): Promise<object> {
	const figures = await figuresOf(corpus, CHECKED);
	const { sentences, drafts, exact, blocks, classes, confusions } = figures;
	console.log(`\n${name}: ${sentences} sentences, ${drafts} drafts`);
	for (const [about, count] of Object.entries(classes)) {
		console.log(
			`  ${about.padEnd(14)} precision ${round(precision(count))} recall ${round(recall(count))} (${count.right} right, ${count.wrong} wrong, ${count.missed} missed)`,
		);
	}
	for (const one of confusions) console.log(`  ${one}`);
	return {
		sentences,
		drafts,
		exact,
		blockPrecision: round(precision(blocks)),
		blockRecall: round(recall(blocks)),
		...totals(figures),
	};
}

function totals({ classes }: Figures): object {
	const all = Object.values(classes);
	const sum = (name: 'right' | 'wrong' | 'missed') => all.reduce((n, one) => n + one[name], 0);
	const count = { right: sum('right'), wrong: sum('wrong'), missed: sum('missed') };
	return { classPrecision: round(precision(count)), classRecall: round(recall(count)) };
}

const MEGABYTE = 1_000_000;
const RULE = 5000;

/** Every sentence of the corpus again and again: all of them have something to be understood. */
function timeOf({ sentences }: Corpus, runs: number): object {
	const text = sentences.map((one) => one.text).join(' ');
	const long = text.repeat(Math.ceil((2 * RULE) / text.length) + 1);
	const count = MEGABYTE / RULE;
	const times: number[] = [];
	for (let i = 0; i < runs; i++) {
		// A new list each time: the last one is remembered.
		const rules: Rule[] = Array.from({ length: count }, (_, at) => {
			const from = (at * 37 + i) % RULE;
			return { id: String(at), text: long.slice(from, from + RULE) };
		});
		const before = process.cpuUsage();
		readRules(rules);
		const { user, system } = process.cpuUsage(before);
		times.push((user + system) / 1000);
	}
	times.sort((a, b) => a - b);
	return { megabyteCpuMs: round(times[times.length >> 1] ?? 0) };
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
