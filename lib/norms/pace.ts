import type { Content, Instant, Reading, Text, Venue, Verdict } from '../model';
import type { Norm } from './norm';
import { readings, sourceOf } from './readings';

type Said = Omit<Verdict, 'norm'>;
type Pace = { posts: number; inMs: number; isUsual?: true; sentence?: string; rule?: string };

/** Where no rule says another: a custom of many places for what goes by itself. */
const USUAL: Pace = { posts: 1, inMs: 5 * 60_000 };
/** Whoever adds a word to what they have just said is a person: a third post in a row is worth a word of ours. */
const BY_HAND: Pace = { ...USUAL, posts: 2 };

/** Two posts flood nobody. */
const LONG = 3;

/**
 * How much at once: time alone mends it, so nothing is lost. What the person sends now is advised about, or asked where
 * a rule says so; what goes by itself waits for its turn. Answers are left alone.
 */
export const pace: Norm = {
	id: 'pace',
	check(content, venue) {
		const { kind, replyTo } = venue;
		if (kind !== 'create' || content.visibility !== 'public') return [];
		if (replyTo && !replyTo.own) return [];
		if (isEmpty(content)) return [];
		const rule = paceOf(venue);
		return venue.thread.at === 0 ? soon(rule, venue) : longThread(rule, venue);
	},
};

/** Nobody waits for what is not begun. */
function isEmpty({ text, media = [], poll }: Content): boolean {
	return text.trim() === '' && media.length === 0 && poll === undefined;
}

/** The slowest that the rules say. */
function paceOf(venue: Venue): Pace {
	const said = readings(venue).flatMap((one) => paceIn(one) ?? []);
	const [first, ...others] = said;
	const { scheduled, origin } = venue;
	if (!first) return scheduled || origin === 'automatic' ? USUAL : BY_HAND;
	return others.reduce((a, b) => (b.inMs / b.posts > a.inMs / a.posts ? b : a), first);
}

function paceIn(reading: Reading): Pace | undefined {
	if (reading.class !== 'volume' || reading.says !== 'pace') return undefined;
	const { posts, inMs, sentence, rule } = reading;
	// "Do not flood the timeline": a rule without a number is kept by the usual one.
	if (posts === undefined || inMs === undefined || posts < 1 || inMs <= 0) {
		return { ...USUAL, isUsual: true, sentence, rule };
	}
	return { posts, inMs, sentence, rule };
}

function soon(rule: Pace, venue: Venue): Said[] {
	const { host, recent = [], now, goesAt = now } = venue;
	const at = nextTurn(rule, recent, goesAt);
	if (at <= goesAt) return [];
	const isAlone = venue.scheduled === true || venue.origin === 'automatic';
	const common = {
		...by(rule, venue),
		reason: reasonOf(rule, host),
		remedies: [{ do: 'later', at }],
	} as const;
	return isAlone || rule.sentence
		? [{ ...common, verdict: 'ask', override: 'goOn' }]
		: [{ ...common, verdict: 'advise' }];
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** The figure is the rule's own, in the largest unit that fits it, or a custom. */
function reasonOf({ posts, inMs, sentence, isUsual }: Pace, host: string): Text {
	const minutes = Math.ceil(inMs / 60_000);
	if (!sentence || isUsual) return { key: 'normPace', parameters: { host, minutes } };
	if (minutes % HOUR !== 0) return { key: 'normPaceRule', parameters: { host, posts, minutes } };
	return minutes <= DAY || minutes % DAY !== 0
		? { key: 'normPaceRuleHours', parameters: { host, posts, hours: minutes / HOUR } }
		: { key: 'normPaceRuleDays', parameters: { host, posts, days: minutes / DAY } };
}

/** When one more may go, not before `at`. */
function nextTurn(
	{ posts, inMs }: Pick<Pace, 'posts' | 'inMs'>,
	recent: readonly Instant[],
	at: Instant,
): Instant {
	const times = [...recent].sort((a, b) => a - b);
	let next = at;
	// Each time that it moves it passes one of them.
	for (let moves = 0; moves <= times.length; moves++) {
		const near = times.filter((one) => Math.abs(one - next) < inMs);
		const free = near[near.length - posts];
		if (free === undefined) return next;
		next = free + inMs;
	}
	return next;
}

/** Said once, of the second post: public lists show the first, and whoever wants more opens it. */
function longThread(rule: Pace, venue: Venue): Said[] {
	const { thread, limits, host } = venue;
	if (thread.at !== 1 || limits.publicOnly) return [];
	const isRule = rule.sentence !== undefined && !rule.isUsual && thread.of > rule.posts;
	if (!isRule && thread.of < LONG) return [];
	const common = {
		reason: { key: 'normThreadPublic', parameters: { host, of: thread.of } },
		remedies: [{ do: 'threadUnlisted' }],
		about: 'visibility',
	} as const;
	return isRule
		? [{ ...common, ...by(rule, venue), verdict: 'ask', override: 'goOn' }]
		: [{ ...common, by: 'custom', verdict: 'advise' }];
}

function by({ sentence, rule }: Pace, venue: Venue): Pick<Said, 'by' | 'source'> {
	if (sentence === undefined || rule === undefined) return { by: 'custom' };
	return { by: 'rule', source: sourceOf({ sentence, rule }, venue) };
}
