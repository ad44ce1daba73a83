import { resolved } from './references';

/** Who is told what an HTML text consists of, in its order. Comments and declarations are told to nobody. */
export type Tokens = {
	/** Words, references resolved. */
	text(text: string): void;
	/** `name` in lower case; `attributes` hold those that are wanted until the next tag; `closed`: it ended with `/>`. */
	startTag(name: string, attributes: ReadonlyMap<string, string>, closed: boolean): void;
	endTag(name: string): void;
	/** Whether what comes is within SVG or MathML, where no element is raw text. */
	isForeign(): boolean;
};

const MARKUP = /<(?:[a-z!?]|\/[\s\S])/iy;
const TAG_NAME = /<\/?([^\t\n\f\r />]*)/y;
/** Of a value whose quote is missing everything to the end belongs to it, and then the tag has none. */
const ATTRIBUTE =
	/[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\t\n\f\r >]*)))?/y;
const TAG_END = /[\t\n\f\r /]*>/y;
const COMMENT_END = /--!?>/g;
const CDATA = '<![CDATA[';
/** Elements that hold no elements; nobody reads what they hold. */
const RAW: ReadonlyMap<string, RegExp> = new Map(
	'iframe noembed noframes script style textarea title xmp'
		.split(' ')
		.map((name) => [name, new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')] as const),
);

/**
 * Tells `to` the tokens of a text (https://html.spec.whatwg.org/#tokenization). Every string is some HTML; a tag or
 * comment that has no end takes the rest with it. In linear time. Own code, because what libraries weigh (a table of
 * 2231 names, XML, streams) is more than the rest of what polls in the background needs.
 */
export function tokenize(html: string, wanted: ReadonlySet<string>, to: Tokens): void {
	const attributes = new Map<string, string>();
	const length = html.length;
	let told = 0;
	for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
		if (!matched(MARKUP, html, at)) {
			at++;
			continue;
		}
		tellText(at);
		const sign = html.charAt(at + 1);
		if (sign === '!') at = afterDeclaration(html, at);
		else if (sign === '?') at = after(html, '>', at);
		else if (sign === '/') at = endTag(at);
		else at = startTag(at);
		told = at;
	}
	tellText(length);

	function tellText(end: number): void {
		if (told < end) to.text(resolved(html.slice(told, end), 'text'));
	}

	function endTag(at: number): number {
		const name = matched(TAG_NAME, html, at)?.[1] ?? '';
		const end = after(html, '>', at + 2);
		// What begins with no letter is a comment.
		if (/^[a-z]/i.test(name) && html[end - 1] === '>') to.endTag(name.toLowerCase());
		return end;
	}

	function startTag(at: number): number {
		const isForeign = to.isForeign();
		const written = matched(TAG_NAME, html, at)?.[1] ?? '';
		const name = written.toLowerCase();
		let end = at + 1 + written.length;
		attributes.clear();
		for (let found = matched(ATTRIBUTE, html, end); found; found = matched(ATTRIBUTE, html, end)) {
			const [whole, attribute = '', double, single, bare] = found;
			end += whole.length;
			keep(attribute.toLowerCase(), double ?? single ?? bare ?? '');
		}
		const ending = matched(TAG_END, html, end)?.[0];
		if (ending === undefined) return length;
		end += ending.length;
		to.startTag(name, attributes, ending.includes('/'));
		if (isForeign) return end;
		return name === 'plaintext' ? length : afterRaw(html, name, end);
	}

	/** Of two attributes of one name the first counts. */
	function keep(name: string, value: string): void {
		if (wanted.has(name) && !attributes.has(name))
			attributes.set(name, resolved(value, 'attribute'));
	}
}

function matched(pattern: RegExp, html: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(html);
}

function after(html: string, sign: string, from: number): number {
	const at = html.indexOf(sign, from);
	return at < 0 ? html.length : at + sign.length;
}

function afterDeclaration(html: string, at: number): number {
	if (html.startsWith('<!--', at)) return afterComment(html, at);
	return html.startsWith(CDATA, at) ? after(html, ']]>', at) : after(html, '>', at);
}

/** `<!-->` and `<!--->` are whole comments, `<!--!>` is not. */
function afterComment(html: string, at: number): number {
	const first = matched(COMMENT_END, html, at + 2);
	const tooSoon = first !== null && first[0] === '--!>' && first.index < at + 4;
	return (tooSoon ? matched(COMMENT_END, html, at + 4) : first)
		? COMMENT_END.lastIndex
		: html.length;
}

/** Behind what is no markup: at the end tag. */
function afterRaw(html: string, name: string, from: number): number {
	const ending = RAW.get(name);
	if (!ending) return from;
	return matched(ending, html, from)?.index ?? html.length;
}
