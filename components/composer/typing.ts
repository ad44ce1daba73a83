/** What is being typed before the caret, that something can be offered for: where its mark stands, and what follows. */
export type Typed = { mark: '@' | '#' | ':'; start: number; name: string };

/** Of more letters nothing is begun that anybody would want completed. */
const MOST = 120;
/** Fewer say too little. */
const SHORTEST = 2;
const MARKS: readonly { mark: Typed['mark']; typing: RegExp }[] = [
	{ mark: '@', typing: /(?<![\w=/@＠])@([a-z\d_](?:[\w.-]*)(?:@[a-z\d.-]*)?)$/i },
	{ mark: '#', typing: /(?<![\p{L}\p{N}_=/&#])#([\p{L}\p{N}_]+)$/u },
	{ mark: ':', typing: /(?<![\p{L}\p{N}_:/])[:]([\p{L}_+][\p{L}\p{N}_+-]*)$/u },
];

/** The name, tag or emoji before the caret, once it has two letters. */
export function typedAt(text: string, caret: number): Typed | undefined {
	const before = text.slice(Math.max(0, caret - MOST), caret);
	for (const { mark, typing } of MARKS) {
		const name = typing.exec(before)?.[1] ?? '';
		if (name.length >= SHORTEST) return { mark, start: caret - name.length - 1, name };
	}
	return undefined;
}
