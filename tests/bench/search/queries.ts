import type { Post } from '../../../lib/model';
import { createPosts, createRandom, vocabulary } from './posts';

export const CLASSES = [
	'common',
	'middling',
	'rare',
	'two words',
	'two common words',
	'phrase',
	'prefix',
	'from: + word',
	'CJK',
] as const;

/** A query and, apart from its text, what it means. */
export type Wanted = {
	class: (typeof CLASSES)[number];
	text: string;
	words?: readonly string[];
	phrase?: string;
	prefix?: string;
	signs?: string;
	from?: string;
};

/** Whether a post fits, found by looking at it. */
export function fits(wanted: Wanted, post: Post, words: readonly string[]): boolean {
	const { text } = post.content;
	if (wanted.from !== undefined && speaker(post) !== wanted.from) return false;
	if (wanted.signs !== undefined) return text.includes(wanted.signs);
	const { phrase, prefix } = wanted;
	if (phrase !== undefined) return text.includes(phrase) && ` ${text} `.includes(` ${phrase} `);
	if (prefix !== undefined)
		return holdsHandle(post, prefix) || words.some((word) => word.startsWith(prefix));
	return wanted.words?.every((word) => words.includes(word)) ?? false;
}

/** Whose words they are: the name before the host, of a live post. */
function speaker({ repostOf, author }: Post): string | undefined {
	return repostOf?.handle ?? author?.slice(author.lastIndexOf('/') + 1);
}

/** The handles of those answered and reposted are searched too; words of the vocabulary never equal them. */
function holdsHandle({ replyTo, repostOf }: Post, prefix: string): boolean {
	return [replyTo, repostOf].some((person) => person?.handle?.startsWith(prefix));
}

/** As many different queries of each class, mixed. */
export function createQueries(perClass: number): Wanted[] {
	const random = createRandom(23);
	const words = vocabulary();
	const between = (low: number, high: number) =>
		words[low + Math.floor(random() * (high - low))] ?? '';
	const make = createPosts();
	const samples = Array.from({ length: 4000 }, (_, i) => make(i).content.text);
	const sample = (spaced: boolean): string => {
		for (;;) {
			const text = samples[Math.floor(random() * samples.length)] ?? '';
			if (text.includes(' ') === spaced && text.length > 12) return text;
		}
	};
	const byWords = (name: Wanted['class'], ...all: string[]): Wanted => ({
		class: name,
		text: all.join(' '),
		words: all,
	});
	const makers: Record<Wanted['class'], () => Wanted> = {
		common: () => byWords('common', between(0, 40)),
		middling: () => byWords('middling', between(200, 2000)),
		rare: () => byWords('rare', between(20_000, 40_000)),
		'two words': () => byWords('two words', between(10, 100), between(200, 2000)),
		'two common words': () => byWords('two common words', between(0, 20), between(0, 20)),
		phrase: () => {
			const all = sample(true).split(' ');
			const at = Math.floor(random() * (all.length - 1));
			const phrase = `${all[at]} ${all[at + 1]}`;
			return { class: 'phrase', text: `"${phrase}"`, phrase };
		},
		prefix: () => {
			const prefix = between(0, 5000).padEnd(3, 'a').slice(0, 3);
			return { class: 'prefix', text: `${prefix}*`, prefix };
		},
		'from: + word': () => {
			const from = `author${Math.floor(random() * 500)}`;
			const word = between(0, 100);
			return { class: 'from: + word', text: `from:${from} ${word}`, from, words: [word] };
		},
		CJK: () => {
			const text = sample(false);
			const at = Math.floor(random() * (text.length - 3));
			const signs = text.slice(at, at + 2 + Math.floor(random() * 2));
			return { class: 'CJK', text: signs, signs };
		},
	};
	const made = CLASSES.flatMap((name) => {
		const texts = new Map<string, Wanted>();
		while (texts.size < perClass) {
			const wanted = makers[name]();
			texts.set(wanted.text, wanted);
		}
		return [...texts.values()];
	});
	return made
		.map((wanted) => ({ wanted, at: random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ wanted }) => wanted);
}
