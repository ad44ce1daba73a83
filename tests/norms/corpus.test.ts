import { expect, it } from 'vitest';
import { frozenHashes, openCorpus } from './corpus';
import { type Figures, figuresOf, precision, recall } from './figures';
import { CHECKED } from './judged';

const corpus = openCorpus();

it('the corpus is as large as it is said to be, and every id stands once', () => {
	const { sentences, drafts } = corpus;
	expect(sentences.length).toBeGreaterThanOrEqual(100);
	expect(drafts.length).toBeGreaterThanOrEqual(200);
	const ids = [...sentences, ...drafts].map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

it('sentences are read as people read them, and nobody is blocked wrongly', async () => {
	const figures = await figuresOf(corpus, CHECKED);
	expect(failures(figures)).toEqual([]);
});

it('a matcher that sees a class everywhere, or nowhere, would be noticed', async () => {
	const { sentences, drafts } = corpus;
	const relabelled = sentences.map((one) => ({ ...one, classes: ['alt-text'] as const }));
	const figures = await figuresOf({ sentences: relabelled, drafts: [] }, CHECKED);
	expect(failures(figures).join()).toContain('alt-text: recall');
	const harmless = drafts.map((one) => ({ ...one, expect: {} }));
	const blocked = await figuresOf({ sentences: [], drafts: harmless }, CHECKED);
	expect(failures(blocked).join()).toContain('blocks');
});

it('the frozen part is what it was when it was frozen', () => {
	const hashes = frozenHashes();
	expect(hashes?.found).toEqual(hashes?.kept);
});

function failures({ classes, blocks, confusions }: Figures): string[] {
	const found = Object.entries(classes).flatMap(([name, count]) => [
		...(precision(count) < 0.95 ? [`${name}: precision ${precision(count)}`] : []),
		...(recall(count) < 0.85 ? [`${name}: recall ${recall(count)}`] : []),
	]);
	if (precision(blocks) < 1) found.push(`blocks: precision ${precision(blocks)}`);
	return found.length > 0 ? [...found, ...confusions] : [];
}
