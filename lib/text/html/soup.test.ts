import { expect, test } from 'vitest';
import { attacks } from '../../../tests/fixtures/attacks';
import type { RichText } from '../../model';
import { htmlToRichText } from './html';

/** Any HTML at all: pieces of tags, entities, characters and attacks in any order, the same for a seed. */
function soup(seed: number): string {
	let state = seed * 2_654_435_761;
	const below = (n: number) => {
		state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
		return (state >>> 7) % n;
	};
	const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
	const piece = () => {
		switch (below(8)) {
			case 0:
				return `<${pick(TAGS)}>`;
			case 1:
				return `<${pick(TAGS)} ${pick(ATTRIBUTES)} ${pick(ATTRIBUTES)}${pick(['>', '/>', ' >', ''])}`;
			case 2:
			case 3:
				return `</${pick(TAGS)}${pick(['>', '>', '>', ' >', ''])}`;
			case 4:
				return pick(BITS);
			case 5:
				return below(6) === 0 ? pick(HOSTILE) : pick(WORDS);
			default:
				return pick(WORDS);
		}
	};
	return Array.from({ length: 1 + below(60) }, piece).join('');
}

const TAGS =
	'a a a a a a b b b i i code p p p br br li li ul div div span b i em s code pre ul ol li blockquote h1 table tr td dl dt dd img svg math script style title textarea template __proto__ constructor x-y'.split(
		' ',
	);
const ATTRIBUTES = [
	'href="https://a.example/b"',
	'href=javascript:executed()',
	"href='//b.example'",
	'href="https://town.example/@bob"',
	'class="mention"',
	'class="quote-inline"',
	'class=hashtag',
	'rel="tag"',
	'alt=":x:"',
	'alt="<script>executed()</script>"',
	'start=7',
	'onclick=executed()',
	'x',
	'x="',
	'href=https://a.example/c',
	'href=https://a.example/d class="u-url mention"',
	'__proto__=1',
];
const BITS = [
	'&lt;',
	'&amp;',
	'&#x202e;',
	'&#0;',
	'&nbsp;',
	'&',
	'<',
	'>',
	'"',
	'<!--',
	'-->',
	']]>',
	'<!',
	'<?',
	'\u202E',
	'\u2067',
	'\u2069',
	'\uD83D',
	'\uDE00',
	'\0',
	'\r\n',
	'\t',
];
const WORDS = [
	'word ',
	' two words',
	'https://a.example/b',
	'@bob',
	'#tag',
	'\n',
	'  ',
	'ünï',
	'😀',
	'می\u200cخ',
	'x',
];
const HOSTILE = attacks('evil.example')
	.filter(({ html }) => html.length < 500)
	.map(({ html }) => html);

const OPTIONS = {
	mentions: [{ url: 'https://town.example/@bob', handle: 'bob@town.example' }],
	tags: ['tag', '__proto__'],
};

/** Everything that must hold of any text, whatever it was made of. */
function check({ text, facets = [] }: RichText) {
	expect(text).toBe(text.trimEnd());
	expect(text.isWellFormed()).toBe(true);
	expect(text).not.toMatch(/(?![\n\t])\p{Cc}|[\u202A-\u202E\uFEFF]/u);
	for (const line of text.split('\n')) {
		let open = 0;
		for (const mark of line.match(/[\u2066-\u2069]/g) ?? []) {
			open += mark === '\u2069' ? -1 : 1;
			expect(open).toBeGreaterThanOrEqual(0);
		}
		expect(open).toBe(0);
	}
	let last = 0;
	let taken = 0;
	for (const facet of facets) {
		expect(facet.start).toBeGreaterThanOrEqual(last);
		expect(facet.end).toBeGreaterThan(facet.start);
		expect(facet.end).toBeLessThanOrEqual(text.length);
		last = facet.start;
		if (facet.type !== 'link' && facet.type !== 'mention' && facet.type !== 'tag') continue;
		expect(facet.start).toBeGreaterThanOrEqual(taken);
		taken = facet.end;
		if (facet.type === 'link') expect(facet.href).toMatch(/^https?:\/\/[^/@]+\//);
		if (facet.type === 'mention') expect(facet.handle).toBe('bob@town.example');
	}
}

test('any HTML gives a text whose facets fit it', () => {
	let marked = 0;
	for (let seed = 1; seed <= 5000; seed++) {
		const html = soup(seed);
		const rich = htmlToRichText(html, { ...OPTIONS, dropQuoteInline: seed % 2 === 0 });
		try {
			check(rich);
		} catch (error) {
			throw new Error(`seed ${seed}: ${JSON.stringify(html)}`, { cause: error });
		}
		marked += rich.facets?.length ?? 0;
	}
	// Otherwise nothing was looked at.
	expect(marked).toBeGreaterThan(3000);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

test('text that is escaped comes back as it was', () => {
	for (let seed = 1; seed <= 2000; seed++) {
		const { text } = htmlToRichText(soup(seed), OPTIONS);
		const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
		expect(htmlToRichText(`<pre>\n${escaped}</pre>`).text, `seed ${seed}`).toBe(
			text.replace(/^\n+/, ''),
		);
	}
});
