/** An emoji of Unicode as people call it. */
export type Named = { unicode: string; label: string; tags: readonly string[]; group: number };

export type EmojiNames = {
	all: readonly Named[];
	/** In the order of keyboards, each with the group's number. */
	groups: readonly { order: number; message: string }[];
};

/** Skin tones and the like: parts of emoji, which nobody types alone. */
const COMPONENTS = 2;

const FILES = {
	en: () =>
		Promise.all([
			import('emojibase-data/en/compact.json'),
			import('emojibase-data/en/messages.json'),
		]),
	de: () =>
		Promise.all([
			import('emojibase-data/de/compact.json'),
			import('emojibase-data/de/messages.json'),
		]),
};

/** The names of all emoji in a language that this program speaks, from a file of this program's own that comes when it is asked for. */
export async function emojiNames(language: string): Promise<EmojiNames> {
	const [emoji, messages] = await FILES[language === 'de' ? 'de' : 'en']();
	return {
		all: emoji.default.flatMap(({ unicode, label, tags = [], group }) =>
			group === undefined || group === COMPONENTS ? [] : [{ unicode, label, tags, group }],
		),
		groups: messages.default.groups
			.filter(({ order }) => order !== COMPONENTS)
			.map(({ order, message }) => ({ order, message })),
	};
}

/** Those whose name or a word for them begins so: the nearer the better, then in the order of keyboards. */
export function emojiCalled(
	{ all }: Pick<EmojiNames, 'all'>,
	typed: string,
	most: number,
): readonly Named[] {
	const wanted = typed.replaceAll('_', ' ').trim().toLowerCase();
	if (wanted === '') return [];
	const ranks: Named[][] = [[], [], [], []];
	for (const one of all) ranks[rankOf(one, wanted)]?.push(one);
	return ranks.slice(0, -1).flat().slice(0, most);
}

/** 0: called so, or a word for it; 1: its name begins so; 2: a word of it does; 3: none. */
function rankOf({ label, tags }: Named, wanted: string): 0 | 1 | 2 | 3 {
	const name = label.toLowerCase();
	if (name === wanted || tags.includes(wanted)) return 0;
	if (name.startsWith(wanted)) return 1;
	return [...name.split(/[\s-]+/), ...tags].some((word) => word.startsWith(wanted)) ? 2 : 3;
}
