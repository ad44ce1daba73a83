import type { Account, Post } from '../../../lib/model';

export const OWNER: Account = { key: 'tw:1', handle: 'mira_sample', name: 'Mira Sample' };

const VOCABULARY = 40_000;
const SYLLABLES =
	'ba be bi bo bu da de di do du fa fe ga ge gi go ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi wa we za ze'.split(
		' ',
	);
const ENDINGS = ['', '', '', 'n', 's', 't', 'r', 'l', 'ng', 'st'];
const SIGNS = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x4e00 + i * 13));
const TENTH = 10;

/** Deterministic, good enough for synthetic texts (mulberry32). */
export function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Word n is the n-th most frequent; frequent words are short, as in real texts. */
export function vocabulary(): string[] {
	const random = createRandom(7);
	const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
	const words = new Set<string>();
	while (words.size < VOCABULARY) {
		const syllables = 1 + Math.floor(random() * Math.min(4, 1.5 + Math.log10(words.size + 1)));
		let word = pick(ENDINGS);
		for (let i = 0; i < syllables; i++) word = pick(SYLLABLES) + word;
		words.add(word);
	}
	return [...words];
}

/** Ranks drawn by Zipf's law, by a table of cumulated weights. */
function zipf(size: number, random: () => number): () => number {
	const sums = new Float64Array(size);
	let sum = 0;
	for (let i = 0; i < size; i++) {
		sum += 1 / (i + 1);
		sums[i] = sum;
	}
	return () => {
		const wanted = random() * sum;
		let low = 0;
		let high = size - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) < wanted) low = middle + 1;
			else high = middle;
		}
		return low;
	};
}

/** Synthetic posts from old to new: 5 to 34 words, every twentieth in Japanese, some replies, reposts and media. */
export function createPosts(): (ordinal: number) => Post {
	const random = createRandom(11);
	const words = vocabulary();
	const rank = zipf(words.length, random);
	const sign = zipf(SIGNS.length, random);
	const sentence = (length: number) => Array.from({ length }, () => words[rank()] ?? '').join(' ');
	const signs = (length: number) => Array.from({ length }, () => SIGNS[sign()] ?? '').join('');
	return (ordinal) => {
		const kind = Math.floor(random() * 20);
		const text =
			kind === 0 ? signs(12 + Math.floor(random() * 60)) : sentence(5 + Math.floor(random() * 30));
		const createdAt = Date.UTC(2009, 0, 1) + ordinal * 500_000;
		const id = (BigInt(createdAt - 1_288_834_974_657) << 22n) + BigInt(ordinal & 0xfff);
		return {
			key: `tw:${createdAt < 1_288_834_974_657 ? 1_000 + ordinal : id}`,
			network: 'x',
			url: `https://x.com/${OWNER.handle}/status/${id}`,
			author: OWNER.key,
			createdAt,
			content: { text },
			...(kind < 6 ? { replyTo: { handle: `friend${ordinal % 300}` } } : {}),
			...(kind > 17 ? { repostOf: { handle: `author${ordinal % 500}` } } : {}),
			...(kind % TENTH === 9 ? { media: [{ type: 'image', file: `${id}-a.jpg` }] } : {}),
			language: kind === 0 ? 'ja' : 'en',
			counts: { likes: ordinal % 40, reposts: ordinal % 7 },
			app: 'Sample App',
		};
	};
}

const HOST = 'town.example';

/** The same posts, as live ones of some hundred people. */
export function asLive(ordinal: number, { repostOf, media, ...post }: Post): Post {
	const author = repostOf?.handle ?? `author${ordinal % 500}`;
	const remote = `https://${HOST}/files/${ordinal}.jpg`;
	return {
		...post,
		key: `https://${HOST}/posts/${ordinal}`,
		network: 'mastodon',
		url: `https://${HOST}/@${author}/${ordinal}`,
		author: `https://${HOST}/people/${author}`,
		...(media ? { media: [{ type: 'image', remote }] } : {}),
	};
}

/** Whose they are. */
export function liveAuthor({ author = '' }: Post): Account {
	const name = author.slice(author.lastIndexOf('/') + 1);
	return { key: author, handle: `${name}@${HOST}`, name };
}
