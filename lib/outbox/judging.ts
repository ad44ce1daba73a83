import type { Content, Delivery, Instant, Text, Verdict } from '../model';
import { gravity, judge } from '../norms/worker';
import { namedIn } from './strangers';
import { venueAt } from './targets';

/**
 * What the norms come to for a delivery; `later`: nothing is asked, it has to wait; `signed-out`: the account is not
 * mine any more.
 */
export type Judged = {
	may: 'go' | 'ask' | 'later' | 'not' | 'signed-out';
	verdicts: readonly Verdict[];
	/** Of `not` and `later`: why. */
	problem?: Text;
	/** Of `later`. */
	until?: Instant;
};

/** Nothing is written: what is only deleted or taken back. */
const WORDLESS: Content = { text: '', visibility: 'public' };

/** Judges a delivery by all that is known now. Deletions, and reposts taken back, are let go by every norm. */
export async function judged(delivery: Delivery): Promise<Judged> {
	const { target, kind, origin, answers, thread, content } = delivery;
	const { replyTo, quote, post, brought, id, draft, dueAt, createdAt } = delivery;
	const isScheduled = delivery.scheduledAt !== undefined;
	const venue = await venueAt(target, {
		kind,
		origin,
		answers,
		thread,
		names: namedIn(content ?? WORDLESS, origin),
		place: { self: draft ?? id, dueAt, createdAt, id },
		...(isScheduled ? { scheduled: true } : {}),
		...(replyTo ? { replyTo } : {}),
		...(quote ? { quote } : {}),
		...(post ? { subject: post } : {}),
		...(brought ? { brought } : {}),
		...(content ? { text: content.text } : {}),
	});
	if (!venue) return { may: 'signed-out', verdicts: [] };
	const verdicts = judge(content ?? WORDLESS, venue);
	const graves = verdicts.map(gravity);
	const first = verdicts.find((one) => gravity(one) === 'block');
	if (first) return { may: 'not', verdicts, problem: first.reason };
	const isAlone = isScheduled || origin === 'automatic';
	if (isAlone) return judgedAlone(verdicts);
	return { may: graves.includes('ask') ? 'ask' : 'go', verdicts };
}

/** Nobody is there to be asked at once; what time alone mends waits for its time. */
function judgedAlone(verdicts: readonly Verdict[]): Judged {
	const grave = verdicts.filter((one) => /^(ask|cannot-tell)$/.test(gravity(one)));
	const waits = grave.flatMap(({ remedies = [] }) =>
		remedies.flatMap((one) => (one.do === 'later' ? [one.at] : [])),
	);
	if (grave.length > waits.length) return { may: 'ask', verdicts };
	const [why] = grave;
	return why
		? { may: 'later', verdicts, problem: why.reason, until: Math.max(...waits) }
		: { may: 'go', verdicts };
}
