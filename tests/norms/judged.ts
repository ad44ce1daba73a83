import { eld } from 'eld/small';
import type { Content, RuleClass, Venue } from '../../lib/model';
import { judge } from '../../lib/norms';
import { readRules } from '../../lib/norms/rules';
import { wordsOf } from '../../lib/text';
import type { Draft, Stop } from './corpus';

/** Which class a norm speaks for, by its id: whether by a rule or by custom. */
const CLASS_OF: Readonly<Record<string, RuleClass>> = {
	'alt-text': 'alt-text',
	'cross-posting': 'cross-posting',
	balance: 'cross-posting',
	care: 'cross-posting',
	pace: 'volume',
	language: 'language',
	warning: 'warning',
	links: 'links',
	tags: 'links',
	attribution: 'attribution',
	messages: 'privacy',
};

/** Classes of which there are norms: what drafts of the others should hear is not counted. It grows with the norms. */
export const CHECKED: readonly RuleClass[] = [
	'alt-text',
	'cross-posting',
	'volume',
	'language',
	'warning',
	'links',
	'attribution',
	'privacy',
];

const NOW = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const GRAVITY = { advise: 1, ask: 2, block: 3 } as const;

/** The gravest that is said of a draft, by class. */
export async function saidOf(draft: Draft): Promise<Partial<Record<RuleClass, Stop>>> {
	const said: Partial<Record<RuleClass, Stop>> = {};
	for (const { norm, verdict } of judge(await contentOf(draft), venueOf(draft))) {
		const about = CLASS_OF[norm];
		if (!about || verdict === 'pass' || verdict === 'cannot-tell') continue;
		const before = said[about];
		if (!before || GRAVITY[verdict] > GRAVITY[before]) said[about] = verdict;
	}
	return said;
}

async function contentOf({ draft }: Draft): Promise<Content> {
	const { text, warning, sensitive, visibility, language, media = [] } = draft;
	const guess = guessOf(text);
	const tag = language ?? guess?.language;
	return {
		text,
		visibility,
		...(warning ? { warning } : {}),
		...(sensitive ? { sensitive } : {}),
		...(tag ? { language: tag } : {}),
		...(guess ? { guess } : {}),
		media: media.map((one, at) => ({ ...one, file: String(at), size: 1000 })),
	};
}

/** Fewer letters tell nothing: as the page guesses (lib/writing). */
const LEAST_LETTERS = 3;

function guessOf(text: string): Content['guess'] | undefined {
	const words = wordsOf(text);
	if (words.replace(/[^\p{L}]/gu, '').length < LEAST_LETTERS) return undefined;
	const found = eld.detect(words);
	if (found.language === '') return undefined;
	return { language: found.language, reliable: found.isReliable() };
}

function venueOf({ rules: texts, draft }: Draft): Venue {
	const rules = texts.map((rule, at) => ({ ...rule, id: String(at + 1) }));
	const { balance, warned, recent, answersStranger } = draft;
	return {
		target: 'https://square.example/users/ada',
		name: 'ada@square.example',
		host: 'square.example',
		counting: 'shortLinks',
		limits: { characters: 100_000, media: 16 },
		features: ['quotes', 'polls', 'edits'],
		rules,
		readings: readRules(rules),
		rulesUrl: 'https://square.example/about',
		readAt: NOW,
		kind: draft.kind ?? 'create',
		origin: draft.origin,
		thread: { at: 0, of: 1 },
		answers: [],
		now: NOW,
		...(draft.scheduled ? { scheduled: true } : {}),
		...(draft.bot ? { bot: true } : {}),
		...(recent ? { recent: recent.map((minutes) => NOW - minutes * MINUTE) } : {}),
		...(answersStranger ? { strangers: [{ handle: 'mo@far.example' }] } : {}),
		...(balance || warned ? { standing: standingOf(balance, warned) } : {}),
	};
}

function standingOf(
	balance: Draft['draft']['balance'],
	warned: true | undefined,
): NonNullable<Venue['standing']> {
	const unanswered = Array.from({ length: balance?.unanswered ?? 0 }, (_, at) => ({
		post: `https://far.example/${at}`,
		at: NOW - 5000 * MINUTE,
	}));
	return {
		account: 'https://square.example/users/ada',
		...(balance
			? {
					balance: {
						readAt: NOW,
						looked: balance.broadcasts + balance.replies,
						from: NOW - 20_000 * MINUTE,
						broadcasts: balance.broadcasts,
						replies: balance.replies,
						unanswered,
					},
				}
			: {}),
		...(warned ? { care: { since: NOW - 1000 * MINUTE, by: 'person' as const } } : {}),
	};
}
