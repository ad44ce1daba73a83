import { describe, expect, it, test } from 'vitest';
import { attacks } from '../../../tests/fixtures/attacks';
import { htmlToRichText } from './html';

const ALL = attacks('evil.example:4711');

it('knows at least thirty attacks, each by its own name', () => {
	expect(ALL.length).toBeGreaterThanOrEqual(30);
	expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
});

describe('of an attack only words and web addresses are left', () => {
	test.each(ALL)('$name', ({ html, text, hrefs = [] }) => {
		const rich = htmlToRichText(html);
		expect(rich.text).toBe(text);
		const led = (rich.facets ?? []).flatMap((facet) => (facet.type === 'link' ? [facet.href] : []));
		expect(led).toEqual(hrefs);
		for (const facet of rich.facets ?? []) {
			expect(['link', 'bold', 'italic', 'code', 'strike']).toContain(facet.type);
		}
	});
});

describe('of an attack within a post the rest of the post is left', () => {
	test.each(ALL)('$name', ({ html }) => {
		const { text } = htmlToRichText(`<p>before</p>${html}`);
		expect(text.startsWith('before')).toBe(true);
	});
});

it('leaves the prototypes alone', () => {
	for (const { html } of ALL) htmlToRichText(html, { mentions: [], tags: ['__proto__'] });
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

/** Against the same amount of harmless HTML on the same machine, so that a busy one is no failure. */
test.each([
	['nested', '<b>'],
	['nested blocks', '<div>'],
	['nested lists', '<ul><li>'],
	['nested links', '<a href="https://a.example/">'],
	['empty stretches', '<b></b>'],
	['ends', '</b>'],
	['open quotes', '<blockquote>'],
	['beginnings of tags', '<a '],
	['beginnings of entities', '&am'],
	['paragraphs', '<p><i>'],
	['links', '<a href="https://a.example/">b</a>'],
	['bare less-than', '<'],
	['direction marks', '\u2067'],
	['lines of quotes', '<blockquote>a<br>'],
])('64 KB of %s take time in proportion', (_name, piece) => {
	const fill = (n: number) => piece.repeat(Math.floor(n / piece.length));
	const time = (html: string) => {
		const runs = Array.from({ length: 9 }, () => {
			const start = performance.now();
			htmlToRichText(html);
			return performance.now() - start;
		});
		return Math.min(...runs);
	};
	time(fill(64_000));
	const [part, whole] = [time(fill(16_000)), time(fill(64_000))];
	// Four times as much. In quadratic time it would be sixteen.
	expect(whole).toBeLessThan(Math.max(part, 0.5) * 11);
});
