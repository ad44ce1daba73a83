/** A piece of a query as it was typed: a word with what clings to it, an operator, or a quoted phrase. */
export type Piece = {
	start: number;
	end: number;
	not: boolean;
	/** Lower case, without the colon. */
	operator?: string;
	/** The word, the operator's value, or what stands between the quotes. */
	value: string;
	quoted: boolean;
	/** The person is still typing it: nothing, not even a space, follows. */
	open: boolean;
};

const PIECE =
	/(?<not>-)?(?:(?<operator>[a-z]+):(?!\/\/))?(?:["“”„](?<quoted>[^"“”]*)(?<closed>["“”])?|(?<word>[^\s"“”„]+))/giu;

/** Cuts a query into its pieces. */
export function cutQuery(text: string, typing: boolean): Piece[] {
	const pieces: Piece[] = [];
	for (const match of text.matchAll(PIECE)) {
		const { not, operator, quoted, closed, word } = match.groups ?? {};
		const start = match.index;
		const end = start + match[0].length;
		pieces.push({
			start,
			end,
			not: not !== undefined,
			...(operator === undefined ? {} : { operator: operator.toLowerCase() }),
			value: quoted ?? word ?? '',
			quoted: quoted !== undefined,
			open: typing && end === text.length && closed === undefined && !/\s$/.test(text),
		});
	}
	return pieces;
}
