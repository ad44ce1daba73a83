import type { Style } from '../../model';

/**
 * Elements whose content is no text for people, or fallback for what is not shown; gone with all they hold.
 * In a text there is no namespace to confuse, so nothing has to be parsed inside them.
 */
export const DROPPED: ReadonlySet<string> = new Set(
	(
		'applet audio canvas datalist frameset iframe math noembed noframes noscript object plaintext ' +
		'script select style svg template textarea title video xmp'
	).split(' '),
);

/** The only two in which `/>` closes and `<style>` is no raw text. */
export const FOREIGN: ReadonlySet<string> = new Set(['math', 'svg']);

/** Elements without content: they are never on the stack. */
export const VOID: ReadonlySet<string> = new Set(
	'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/** Line breaks before and after: 2 is one empty line. */
export const BLOCKS: ReadonlyMap<string, number> = new Map([
	...'blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul'
		.split(' ')
		.map((name) => [name, 2] as const),
	...(
		'address article aside body caption center dd details dialog div dt fieldset figcaption footer form ' +
		'header hgroup legend li main menu nav section summary tr'
	)
		.split(' ')
		.map((name) => [name, 1] as const),
]);

export const STYLES: ReadonlyMap<string, Style> = new Map<string, Style>([
	...['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'bold'] as const),
	...['i', 'em'].map((name) => [name, 'italic'] as const),
	...['code', 'pre', 'kbd', 'samp', 'tt'].map((name) => [name, 'code'] as const),
	...['del', 's', 'strike'].map((name) => [name, 'strike'] as const),
]);

export const LISTS: ReadonlySet<string> = new Set(['ol', 'ul']);

type Implied = { ends: ReadonlySet<string>; within: ReadonlySet<string> };

const TABLE = new Set(['table']);
const NOTHING: ReadonlySet<string> = new Set();

/** What a start tag ends without saying so, unless one of `within` stands between them. */
const IMPLIED: ReadonlyMap<string, Implied> = new Map([
	['a', { ends: new Set(['a']), within: NOTHING }],
	['li', { ends: new Set(['li']), within: LISTS }],
	...['dt', 'dd'].map((name) => {
		return [name, { ends: new Set(['dt', 'dd']), within: new Set(['dl']) }] as const;
	}),
	...['td', 'th'].map((name) => {
		return [name, { ends: new Set(['td', 'th']), within: TABLE }] as const;
	}),
	['tr', { ends: new Set(['tr']), within: TABLE }],
]);

const PARAGRAPH: Implied = {
	ends: new Set(['p']),
	within: new Set(['table', 'td', 'th', 'li', 'dd']),
};

/** The rules for one start tag; a block ends an open paragraph. */
export function impliedBy(name: string): Implied | undefined {
	return IMPLIED.get(name) ?? (BLOCKS.has(name) ? PARAGRAPH : undefined);
}
