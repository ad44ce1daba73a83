import type { Content, WarningTopic } from '../../model';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { TopicWords } from './words';

const LANGUAGES: Readonly<Record<string, TopicWords>> = { en, de, fr, es, ja };

/** Longer texts are long enough to have said it. */
const ENOUGH = 10_000;

/**
 * A content with what it seems to be about, by its words: a hint to ask, never a proof. Words of its own language alone
 * where that is known, because the same letters mean other things elsewhere ("die", "Gift").
 */
export function observed(content: Content): Content {
	const { guess, language: said } = content;
	const language = guess?.reliable ? guess.language : said;
	const named = (language === undefined ? undefined : LANGUAGES[primary(language)]) ?? en;
	const topics = topicsIn(written(content), language).map((topic) => ({
		topic,
		name: named[topic][0],
	}));
	return { ...content, topics };
}

/** What people call it in their language. */
export function topicName(topic: WarningTopic, language: string): string {
	return (LANGUAGES[primary(language)] ?? en)[topic][0];
}

/** The text and what its pictures show. */
function written({ text, media = [], poll }: Content): string {
	return [text, ...media.map(({ alt = '' }) => alt), ...(poll?.options ?? [])].join('\n');
}

const TOPICS = Object.keys(en) as WarningTopic[];

function topicsIn(text: string, language: string | undefined): readonly WarningTopic[] {
	const own = language === undefined ? undefined : LANGUAGES[primary(language)];
	const lists = own ? [own] : language === undefined ? Object.values(LANGUAGES) : [en];
	const lower = text.slice(0, ENOUGH).toLowerCase();
	const words = lower.match(/[\p{L}\p{M}\d]+(?:[-'’][\p{L}\p{M}\d]+)*:?/gu) ?? [];
	const line = ` ${words.join(' ')} `;
	return TOPICS.filter((topic) =>
		lists.some((list) =>
			list === ja ? matcher(list, topic).inside(lower) : matcher(list, topic).among(words, line),
		),
	);
}

function primary(tag: string): string {
	return tag.toLowerCase().split('-')[0] ?? tag;
}

type Matcher = {
	among(words: readonly string[], line: string): boolean;
	inside(text: string): boolean;
};

const made = new WeakMap<TopicWords, Map<WarningTopic, Matcher>>();

/** Lists are taken apart once each, when they are first needed. */
function matcher(list: TopicWords, topic: WarningTopic): Matcher {
	const mine = made.get(list) ?? new Map<WarningTopic, Matcher>();
	made.set(list, mine);
	const known = mine.get(topic) ?? make(list[topic][1].split(' '));
	mine.set(topic, known);
	return known;
}

const SHORTEST_STEM = 3;

function make(words: readonly string[]): Matcher {
	const whole = new Set(words.filter((one) => !/[*_]/.test(one)));
	const stems = new Set(
		words.flatMap((one) => (one.endsWith('*') && !one.includes('_') ? [one.slice(0, -1)] : [])),
	);
	const together = words.flatMap((one) =>
		one.includes('_')
			? [` ${one.replaceAll('_', ' ').replace(/\*$/, '')}${one.endsWith('*') ? '' : ' '}`]
			: [],
	);
	const isStem = (word: string): boolean => {
		for (let end = SHORTEST_STEM; end <= word.length; end += 1) {
			if (stems.has(word.slice(0, end))) return true;
		}
		return false;
	};
	return {
		among: (found, line) =>
			found.some((one) => whole.has(one) || whole.has(one.replace(/:$/, '')) || isStem(one)) ||
			together.some((one) => line.includes(one)),
		inside: (text) => words.some((one) => text.includes(one)),
	};
}
