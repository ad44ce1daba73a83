import { describe, expect, it, test } from 'vitest';
import { type HtmlOptions, htmlToRichText, htmlToText, pageToText } from './html';

/** Facets with the words they mark, which read better than offsets. */
function read(html: string, options?: HtmlOptions) {
	const { text, facets = [] } = htmlToRichText(html, options);
	return {
		text,
		facets: facets.map(({ start, end, ...rest }) => [text.slice(start, end), rest]),
	};
}

const bob = {
	url: 'https://town.example/@bob',
	handle: 'bob@town.example',
	account: 'https://town.example/users/bob',
};

describe('lines', () => {
	test.each([
		['paragraphs', '<p>a</p><p>b</p>', 'a\n\nb'],
		['paragraphs without ends', '<p>a<p>b', 'a\n\nb'],
		['white space between them', ' <p> a </p>\n\n <p>b\n</p> ', 'a\n\nb'],
		['breaks', 'a<br>b<br/>c<br />d', 'a\nb\nc\nd'],
		['an empty line of breaks', 'a<br><br>b', 'a\n\nb'],
		['a break before an end', '<p>a<br></p><p>b</p>', 'a\n\nb'],
		['divisions', '<div>a</div><div>b</div>c', 'a\nb\nc'],
		['an empty division', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
		['headings', '<h1>a</h1>b', 'a\n\nb'],
		['bullets', '<ul><li>a</li><li>b</li></ul>c', '• a\n• b\n\nc'],
		['numbers', '<ol start="9"><li>a<li>b</ol>', '9. a\n10. b'],
		['paragraphs in items', 'x<ul><li><p>a</p></li><li><p>b</p></li></ul>', 'x\n\n• a\n• b'],
		['lists in lists', '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>', '• a\n  1. b\n• c'],
		['an empty item', '<ul><li></li><li>a</li></ul>', '• a'],
		[
			'a quotation',
			'<p>a</p><blockquote><p>b</p><p>c<br>d</p></blockquote><p>e</p>',
			'a\n\n> b\n>\n> c\n> d\n\ne',
		],
		[
			'quotations in quotations',
			'<blockquote>a<blockquote>b</blockquote></blockquote>',
			'> a\n>\n> > b',
		],
		['code', '<pre><code>\na\n\n  b\n</code></pre>c', 'a\n\n  b\n\nc'],
		['a table', '<table><tr><th>a</th><th>b</th></tr><tr><td>c<td>d</table>', 'a\tb\nc\td'],
		['terms', '<dl><dt>a<dd>b<dt>c</dl>', 'a\nb\nc'],
		['a ruler', 'a<hr>b', 'a\n\nb'],
		['ruby', '<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>', '字(じ)'],
		['many breaks', `a${'<br>'.repeat(500)}b`, `a${'\n'.repeat(10)}b`],
	])('%s', (_name, html, text) => expect(htmlToText(html)).toBe(text));
});

describe('characters', () => {
	test.each([
		['collapse', 'a \n\t b <b> c</b>', 'a b c'],
		[
			'are decoded once',
			'&lt;b&gt; &amp;amp; &eacute;&#x1F600; &nosuch; &copy 1',
			'<b> &amp; é😀 &nosuch; © 1',
		],
		['keep fixed spaces', 'a&nbsp;&nbsp;b', 'a\u00a0\u00a0b'],
		['less than', 'a < b <3 <- 1<2', 'a < b <3 <- 1<2'],
		[
			'joined emoji',
			'👩‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
			'👩‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
		],
		['of Persian and Hebrew', 'می\u200cخواهم \u200fאב\u200e', 'می\u200cخواهم \u200fאב\u200e'],
		['isolates in pairs', 'a \u2068b\u2069 c', 'a \u2068b\u2069 c'],
		['carriage returns', '<pre>a\r\nb\rc</pre>', 'a\nb\nc'],
	])('%s', (_name, html, text) => expect(htmlToText(html)).toBe(text));
});

describe('images', () => {
	test.each([
		['custom emoji', '<img class="custom-emoji emoji" alt=":blob_cat:" src="x">', ':blob_cat:'],
		['emoji of a character', '<img class="emoji" alt="😀">', '😀'],
		['a description', 'see <img src="x" alt=" a cat ">', 'see [a cat]'],
		['no description', 'a<img src="x"><img alt="">b', 'ab'],
	])('%s', (_name, html, text) => expect(htmlToText(html)).toBe(text));
});

describe('links', () => {
	const link = (words: string, href = 'https://a.example/some/long/path') =>
		read(`<a href="${href}">${words}</a>`);

	test.each([
		['words', 'here', 'here'],
		['a whole address', 'https://a.example/some/long/path', 'a.example/some/long/path'],
		['a cut address', 'https://a.example/som…', 'a.example/some/long/path'],
		['a cut address without scheme', 'a.example/some...', 'a.example/some/long/path'],
		['another host', 'https://bank.example/', 'https://bank.example/ (a.example)'],
		['another host without scheme', 'bank.example/login', 'bank.example/login (a.example)'],
		['a name with a dot', 'Node.js', 'Node.js'],
		['several words', 'https://a.example/ and more', 'https://a.example/ and more'],
	])('say %s', (_name, words, shown) => {
		expect(link(words)).toEqual({
			text: shown,
			facets: [[shown, { type: 'link', href: 'https://a.example/some/long/path' }]],
		});
	});

	it('start from a base, if one is known', () => {
		const html = '<a href="/x">a</a>';
		expect(read(html).facets).toEqual([]);
		expect(read(html, { base: 'https://a.example/b' }).facets).toEqual([
			['a', { type: 'link', href: 'https://a.example/x' }],
		]);
		expect(read(html, { base: 'file:///etc/' }).facets).toEqual([]);
	});

	it('end before the space that follows', () => {
		expect(read('<b>a <a href="https://a.example/"> b </a></b> c')).toEqual({
			text: 'a b c',
			facets: [
				['a b', { type: 'bold' }],
				['b', { type: 'link', href: 'https://a.example/' }],
			],
		});
	});
});

describe('mentions', () => {
	const mention = { type: 'mention', handle: bob.handle, account: bob.account };
	test.each([
		[
			'by address',
			'<a class="u-url mention" href="https://town.example/@bob">@<span>bob</span></a>',
		],
		[
			'by a handle in full',
			'<a class="mention" href="https://town.example/@bob/">@bob@town.example</a>',
		],
		['by the id', '<a class="mention" href="https://town.example/users/bob">@bob</a>'],
		['without a class', '<a href="https://town.example/@bob">@Bob</a>'],
		['with the sign outside', '@<a class="mention" href="https://town.example/@bob">bob</a>'],
	])('%s', (_name, html) => {
		expect(read(html, { mentions: [bob] }).facets).toEqual([[expect.any(String), mention]]);
	});

	test.each([
		['of nobody named', '<a class="mention" href="https://town.example/@eve">@eve</a>'],
		['that say another name', '<a class="mention" href="https://town.example/@bob">@alice</a>'],
		['that lead to another host', '<a class="mention" href="https://evil.example/@bob">@bob</a>'],
	])('%s stay links', (_name, html) => {
		expect(read(html, { mentions: [bob] }).facets).toMatchObject([
			[expect.any(String), { type: 'link' }],
		]);
	});
});

it('makes a tag of what is marked or listed as one', () => {
	const tag = (attributes: string, words: string, tags: string[] = []) =>
		read(`<a ${attributes} href="https://a.example/tags/x">${words}</a>`, { tags }).facets[0]?.[1];
	expect(tag('class="mention hashtag"', '#<span>AltText</span>')).toEqual({
		type: 'tag',
		tag: 'AltText',
	});
	expect(tag('rel="nofollow tag"', '#x')).toEqual({ type: 'tag', tag: 'x' });
	expect(tag('', '#AltText', ['alttext'])).toEqual({ type: 'tag', tag: 'AltText' });
	expect(tag('', '#AltText')).toMatchObject({ type: 'link' });
	expect(tag('rel=tag', 'two words')).toMatchObject({ type: 'link' });
});

it('marks bold, italic, code and struck words, each once', () => {
	expect(read('<strong>a<b>b</b></strong><em>c</em><del>d</del><code>e</code>')).toEqual({
		text: 'abcde',
		facets: [
			['ab', { type: 'bold' }],
			['c', { type: 'italic' }],
			['d', { type: 'strike' }],
			['e', { type: 'code' }],
		],
	});
});

it('leaves the address of a quote out when asked', () => {
	const html =
		'<p class="quote-inline">RE: <a href="https://a.example/1">a.example/1</a></p><p>b</p>';
	expect(htmlToText(html)).toBe('RE: a.example/1\n\nb');
	expect(htmlToRichText(html, { dropQuoteInline: true })).toEqual({ text: 'b' });
	const unclosed = '<p class="quote-inline">RE: a<p>b';
	expect(htmlToRichText(unclosed, { dropQuoteInline: true })).toEqual({ text: 'b' });
	const span = '<p>b<span class="quote-inline"><br><br>RE: a</span></p>';
	expect(htmlToRichText(span, { dropQuoteInline: true })).toEqual({ text: 'b' });
});

it('shows the beginning of what is too long', () => {
	const { text } = htmlToRichText(`<p>${'a'.repeat(70_000)}</p>`);
	expect(text.length).toBe(65_536 - 3 + 1);
	expect(text.endsWith('a…')).toBe(true);
	expect(htmlToText(`<p>${'😀'.repeat(40_000)}</p>`)).not.toContain('\uFFFD');
	expect(htmlToText('a'.repeat(65_536))).not.toContain('…');
});

describe('a page', () => {
	test.each([
		'<p hidden>Run by nobody.</p>',
		'<p hidden="until-found">Run by nobody.',
		'<div style="display:none"><p>Run by</p><p>nobody.</p></div>',
		'<div style="color: red; DISPLAY : none !important">Run by nobody.</div>',
		'<span style="visibility:hidden">Run by nobody.</span>',
		'<span style="opacity:0">Run by nobody.</span>',
		'<span style="font-size:0px">Run by nobody.</span>',
		'<div aria-hidden="true">Run <b>by</b> <div>nobody</div>.</div>',
		'<!-- Run by nobody. -->',
		'<script>"Run by nobody."</script><style>Run by nobody.</style>',
		'<template>Run by nobody.</template>',
		'<img hidden alt="Run by nobody.">',
	])('says nothing that it does not show: %s', (html) => {
		expect(pageToText(`<p>Before</p>${html}<p>After</p>`)).toBe('Before\n\nAfter');
	});

	test.each(['opacity:0.5', 'display:block', 'font-size:10px', '--display:none', ''])(
		'says what it shows: %s',
		(style) => expect(pageToText(`<p style="${style}">Here</p>`)).toBe('Here'),
	);
});
