import type { Balance, Remedy, Venue, Verdict } from '../model';
import type { Norm } from './norm';

type Said = Omit<Verdict, 'norm'>;

/** Thresholds of ours: no community publishes any (design: enforcement, balance). */
const LEAST = 8;
const ADVISE = 0.6;
const ASK = 0.8;
const TOO_MUCH = 0.95;
const MOST_WAITING = 5;
/** Whoever has just answered somebody is there. */
const HERE_MS = 48 * 60 * 60_000;
const SHOWN = 3;
/** What was counted before that says nothing of the last thirty days. */
const LASTS_MS = 30 * 24 * 60 * 60_000;

export type Level = 'too-little' | 'fine' | 'advise' | 'ask' | 'too-much';

/** What part of what I do there is spreading, 0 to 1; 0 where there is nothing. */
export function shareOf({ broadcasts, replies }: Balance): number {
	const all = broadcasts + replies;
	return all === 0 ? 0 : broadcasts / all;
}

/** What the numbers come to. */
export function levelOf(balance: Balance): Level {
	if (balance.broadcasts < LEAST) return 'too-little';
	const share = shareOf(balance);
	if (share > TOO_MUCH || balance.unanswered.length > MOST_WAITING) return 'too-much';
	return share > ASK ? 'ask' : share > ADVISE ? 'advise' : 'fine';
}

/**
 * Who spreads much and answers nobody is told before somebody else says it. Answering is never hindered, nor is passing
 * on what others wrote.
 */
export const balance: Norm = {
	id: 'balance',
	check(_content, venue) {
		const { standing, kind, thread, replyTo } = venue;
		const counted = standing?.balance;
		if (!counted || kind !== 'create' || thread.at > 0) return [];
		if (replyTo && !replyTo.own) return [];
		if (venue.now - counted.readAt > LASTS_MS) return [];
		const level = levelOf(counted);
		if (level === 'too-little' || level === 'fine') return [];
		return [{ by: 'custom', ...said(level, counted, venue) }];
	},
};

function said(level: Level, counted: Balance, venue: Venue): Said {
	const { broadcasts, replies, unanswered } = counted;
	const parameters = {
		host: venue.host,
		broadcasts,
		replies,
		waiting: unanswered.length,
		percent: Math.round(shareOf(counted) * 100),
	};
	const remedies: readonly Remedy[] = unanswered
		.slice(0, SHOWN)
		.map(({ post }) => ({ do: 'answer', post }));
	const common = { reason: { key: 'normBalance', parameters }, remedies };
	if (level === 'advise') return { ...common, verdict: 'advise' };
	if (level === 'too-much' && isHeldBack(counted, venue)) {
		return { ...common, verdict: 'block', reason: { key: 'normBalanceBlocked', parameters } };
	}
	return { ...common, verdict: 'ask', override: 'goOn' };
}

/** What was not written for this place, or goes while nobody is there, until somebody was answered. */
function isHeldBack({ answeredAt }: Balance, { origin, scheduled, now }: Venue): boolean {
	if (answeredAt !== undefined && now - answeredAt < HERE_MS) return false;
	return origin === 'brought' || origin === 'automatic' || scheduled === true;
}
