import type { Account, Facet, Medium, Post } from '../../../lib/model';
import * as oracle from './oracle';
import { createRandom } from './posts';

/** Words that meet often, so that phrases and several words at once find something. */
const WORDS = [
	...[
		'night',
		'train',
		'the',
		'a',
		'of',
		'Berlin',
		'delay',
		'tea',
		'trains',
		'nightly',
		'sun',
		'sea',
	],
	...['Größe', 'Straße', 'über', 'Ämter', 'café', 'naïve', 'Łódź', 'İzmir'],
	...['поезд', 'ночь', 'ёлка', 'مُحَمَّد', 'قطار', '안녕', '세계', '2014', '42'],
];
const SIGNS = ['東京都', '東京', '京都', '大阪', 'タワー', 'ケース', 'ガギグ', 'です', '夜行列車'];
const EMOJI = ['🎉', '👍🏽', '🇩🇪'];
const TAGS = ['#NightTrain', '#tea', '#東京'];
const HANDLES = ['rio', 'Sam_Sample', 'kim42'];
const LANGUAGES = ['en', 'de', 'ja', 'pt-BR', undefined];
const DAY = 86_400_000;

/** Posts of all kinds and several languages, from old to new, some at the same moment. */
export function createVaried(owner: Account, seed: number, prefix: 'tw' | 'twlike' = 'tw') {
	const random = createRandom(seed);
	const chance = (share: number) => random() < share;
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const token = () => {
		const kind = random();
		if (kind < 0.78) return pick(WORDS);
		if (kind < 0.9) return pick(SIGNS) + (chance(0.3) ? pick(SIGNS) : '');
		if (kind < 0.94) return pick(EMOJI);
		return kind < 0.97 ? pick(TAGS) : `@${pick(HANDLES)}`;
	};
	let moment = Date.UTC(2010, 0, 1);
	let id = 1_000_000n;
	return (): Post => {
		moment += chance(0.05) ? 0 : Math.floor(random() * 2 * DAY);
		id += BigInt(1 + Math.floor(random() * 1000));
		const tokens = Array.from({ length: 1 + Math.floor(random() * 9) }, token);
		let text = tokens.join(chance(0.2) ? ', ' : ' ');
		const facets: Facet[] = [];
		if (chance(0.1)) {
			const shown = `news.example/${pick(['climate', 'trains'])}/zq8f3kk29`;
			facets.push({
				type: 'link',
				start: text.length + 1,
				end: text.length + 1 + shown.length,
				href: `https://${shown}`,
			});
			text += ` ${shown}`;
		}
		const language = pick(LANGUAGES);
		return {
			key: `${prefix}:${id}`,
			network: 'x',
			createdAt: moment,
			content: facets.length > 0 ? { text, facets } : { text },
			...(prefix === 'twlike' ? { liked: true } : ownParts()),
			...(language ? { language } : {}),
		};
	};

	function ownParts(): Partial<Post> {
		const to = random();
		return {
			author: owner.key,
			...sometimes(0.2, () => ({ repostOf: { handle: pick(HANDLES) } })),
			...(to < 0.2 ? { replyTo: { handle: pick(HANDLES) } } : {}),
			...(to > 0.9 ? { replyTo: { account: owner.key, handle: owner.handle } } : {}),
			...sometimes(0.1, () => ({
				quote: { post: 'tw:1', url: 'https://x.example/1', handle: pick(HANDLES) },
			})),
			...sometimes(0.2, () => ({ media: [medium()] })),
			...sometimes(0.1, () => ({ long: true as const })),
			...sometimes(0.05, () => ({ edits: [{ key: 'tw:9' }] })),
			...sometimes(0.1, () => ({ maybeCircle: true as const })),
		};
	}

	function medium(): Medium {
		const alt = sometimes(0.4, () => ({ alt: `${pick(WORDS)} ${pick(WORDS)}` }));
		return { type: chance(0.5) ? 'image' : 'video', ...alt };
	}

	function sometimes<T extends object>(share: number, make: () => T): T | undefined {
		return chance(share) ? make() : undefined;
	}
}

export type Asked = { text: string; holds: oracle.Condition };

/** One query of one to four conditions, and what it means. */
export function createQueries(seed: number): () => Asked {
	const random = createRandom(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const two = () => [pick(WORDS), pick(WORDS)] as const;
	const kinds: readonly (() => Asked)[] = [
		() => byWord(pick(WORDS)),
		() => byWord(pick(WORDS).toUpperCase()),
		() => {
			const start = pick(WORDS).slice(0, 1 + Math.floor(random() * 3));
			return { text: `${start}*`, holds: oracle.word(start, true) };
		},
		() => {
			const words = random() < 0.7 ? two() : [...two(), pick(WORDS)];
			return { text: `"${words.join(' ')}"`, holds: oracle.phrase(words) };
		},
		() => {
			const signs = [...pick(SIGNS)].slice(0, 1 + Math.floor(random() * 4)).join('');
			return { text: signs, holds: oracle.word(signs) };
		},
		() => byWord(pick(EMOJI.filter((emoji) => emoji !== '🇩🇪'))),
		() => byName(pick([...TAGS, ...HANDLES.map((handle) => `@${handle}`)])),
		() => byOperator(pick(Object.keys(oracle.OPERATORS))),
		() => {
			const handle = pick([...HANDLES, 'mira_sample']);
			return random() < 0.5
				? { text: `from:${handle}`, holds: oracle.from(handle) }
				: { text: `to:@${handle}`, holds: oracle.to(handle) };
		},
		() => {
			const code = pick(['en', 'de', 'ja', 'pt', 'pt-br', 'fr']);
			return { text: `lang:${code}`, holds: oracle.language(code) };
		},
		() => {
			const border = random() < 0.5 ? 'before' : 'after';
			const year = 2010 + Math.floor(random() * 8);
			const month = 1 + Math.floor(random() * 12);
			const at = new Date(year, month - 1, 1).getTime();
			return { text: `${border}:${year}-${month}`, holds: oracle.time(border, at) };
		},
	];
	return () => {
		const parts = Array.from({ length: 1 + Math.floor(random() * 2.6) }, () => {
			const asked = pick(kinds)();
			return random() < 0.2 ? { text: `-${asked.text}`, holds: oracle.not(asked.holds) } : asked;
		});
		return {
			text: parts.map(({ text }) => text).join(' '),
			holds: oracle.all(parts.map(({ holds }) => holds)),
		};
	};
}

function byWord(word: string): Asked {
	return { text: word, holds: oracle.word(word) };
}

function byName(name: string): Asked {
	return { text: name, holds: oracle.named(name) };
}

function byOperator(text: string): Asked {
	const holds = oracle.OPERATORS[text];
	if (!holds) throw new Error(`no operator ${text}`);
	return { text, holds };
}
