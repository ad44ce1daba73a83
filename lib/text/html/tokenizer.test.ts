import { Tokenizer } from 'htmlparser2';
import { expect, it, test } from 'vitest';
import { attacks } from '../../../tests/fixtures/attacks';
import { NAMES } from './names';
import { tokenize } from './tokenizer';

const WANTED = new Set(['href', 'x']);
const RAW = /^(iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)$/;

/** What the two have to agree on: words, tags, attributes. Of raw elements nobody reads the content. */
class Heard {
	readonly said: string[] = [];
	private words = '';
	private raw: string | undefined;

	text(text: string) {
		if (this.raw === undefined) this.words += text;
	}
	startTag(name: string, attributes: ReadonlyMap<string, string>, closed: boolean) {
		this.say(`<${name} ${JSON.stringify([...attributes])}${closed ? '/' : ''}>`);
		if (RAW.test(name)) this.raw = name;
	}
	endTag(name: string) {
		this.say(`</${name}>`);
		this.raw = undefined;
	}
	isForeign() {
		return false;
	}
	all() {
		this.say('');
		return this.said;
	}
	private say(what: string) {
		if (this.words !== '') this.said.push(this.words);
		this.words = '';
		this.said.push(what);
	}
}

function ours(html: string) {
	const heard = new Heard();
	tokenize(html, WANTED, heard);
	return heard.all();
}

/** The same of a library that nobody here wrote. */
function theirs(html: string) {
	const heard = new Heard();
	const attributes = new Map<string, string>();
	let [tag, name, value] = ['', '', ''];
	const nothing = () => {};
	const tokenizer = new Tokenizer(
		{ decodeEntities: true },
		{
			ontext: (start, end) => heard.text(html.slice(start, end)),
			ontextentity: (code) => heard.text(String.fromCodePoint(code)),
			onopentagname: (start, end) => {
				tag = html.slice(start, end).toLowerCase();
				attributes.clear();
			},
			onattribname: (start, end) => {
				name = html.slice(start, end).toLowerCase();
				value = '';
			},
			onattribdata: (start, end) => {
				value += html.slice(start, end);
			},
			onattribentity: (code) => {
				value += String.fromCodePoint(code);
			},
			onattribend: () => {
				if (WANTED.has(name) && !attributes.has(name)) attributes.set(name, value);
			},
			onopentagend: () => heard.startTag(tag, attributes, false),
			onselfclosingtag: () => heard.startTag(tag, attributes, true),
			onclosetag: (start, end) => heard.endTag(html.slice(start, end).toLowerCase()),
			oncomment: nothing,
			oncdata: nothing,
			ondeclaration: nothing,
			onprocessinginstruction: nothing,
			onend: nothing,
		},
	);
	tokenizer.write(html);
	tokenizer.end();
	return heard.all();
}

const PIECES = [
	...'< < < < > > > / / ! - -- --> --!> = = " " \' \' & & # ; ; ? [ ] ]]> 3 41 x a b B href href= X='.split(
		' ',
	),
	...'</ </a> <a <b> <p/> <svg> <script <script> </script> <TITLE> </title <textarea> </textarea> <xmp> </xmpx>'.split(
		' ',
	),
	...'<plaintext> <style/> </style> <!-- <!- <!doctype <![CDATA[ <!> </> <iframe> </iframe> <noembed> </noembed>'.split(
		' ',
	),
	...'&amp &amp; &lt &lt; &LT &nbsp; &nbsp &not &notin; &copy &copy= &eacute; &thetasym; &lang; &colon; &apos; &apos'.split(
		' ',
	),
	...'&#60; &#x3c; &#x3C &#60 &#0; &#xD800; &#x110000; &#128; &#x9f; &#150 &#x1F600; &#99999999999999; &#x &#; &nosuch;'.split(
		' ',
	),
	' ',
	' ',
	'\n',
	'\t',
	'\f',
	'\r',
	'\0',
	'\u00A0',
	'\uFEFF',
	'İ',
	'ſ',
	'K',
	'😀',
	'words ',
];

function pieces(seed: number): string {
	let state = seed * 2_654_435_761;
	const below = (n: number) => {
		state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
		return (state >>> 7) % n;
	};
	// What ends in the middle of a tag is told differently by the library, and by no rule.
	return `${Array.from({ length: 1 + below(25) }, () => PIECES[below(PIECES.length)]).join('')}>`;
}

test('any HTML has the tokens that htmlparser2 finds in it', () => {
	let tags = 0;
	for (let seed = 1; seed <= 40_000; seed++) {
		const html = pieces(seed);
		const heard = ours(html);
		expect(heard, `seed ${seed}: ${JSON.stringify(html)}`).toEqual(theirs(html));
		tags += heard.length;
	}
	// Otherwise nothing was compared.
	expect(tags).toBeGreaterThan(100_000);
});

test.each(attacks('evil.example'))(
	'$name has the tokens that htmlparser2 finds in it',
	({ html }) => {
		expect(ours(`${html}>`)).toEqual(theirs(`${html}>`));
	},
);

it.each([
	['a start tag', 'a<b href="x'],
	['a start tag after its name', 'a<b '],
	['an end tag', 'a</b '],
	['a comment', 'a<!-- b'],
	['a raw element', 'a<!--x--><!x><?x'],
])('leaves out %s that has no end, and keeps what came before', (_name, html) => {
	expect(ours(html)).toEqual(['a', '']);
});

it.each(['a<', 'a</', 'a &', 'a &#x', '1 < 2 <3'])('takes %s as it stands', (html) => {
	expect(ours(html)).toEqual([html, '']);
});

it.each([...NAMES.keys()])('knows &%s; as the library does', (name) => {
	for (const html of [`&${name};`, `&${name}`, `<a x="&${name};" href=&${name}>`])
		expect(ours(html)).toEqual(theirs(html));
});
