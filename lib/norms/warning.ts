import type { Content, Reading, Remedy, TopicFound, Venue, Verdict, WarningTopic } from '../model';
import type { Norm } from './norm';
import { of, type ReadingOf, readings, sourceOf } from './readings';
import { isWriting } from './writing';

type Said = Omit<Verdict, 'norm'>;
type WarningRule = ReadingOf<'warning'>;

/**
 * What a community wants a warning for. Words only ever ask: no machine knows what a post is about. Which topics they
 * point to was found before (`observed`), by words of five languages.
 */
export const warning: Norm = {
	id: 'warning',
	check: (content, venue) => warningSaid(content, venue, readings(venue)),
};

/** The same by rules that were read already. */
export function warningSaid(content: Content, venue: Venue, all: readonly Reading[]): Said[] {
	if (!isWriting(venue.kind) || venue.kind === 'hand-over') return [];
	if (content.warning?.trim()) return [];
	return of(all, 'warning')
		.filter(({ publicOnly }) => !publicOnly || content.visibility === 'public')
		.flatMap((rule) => {
			const found = said(rule, content, venue);
			return found
				? [
						{
							by: 'rule' as const,
							about: 'warning' as const,
							source: sourceOf(rule, venue),
							...found,
						},
					]
				: [];
		});
}

/** What is covered because it shows such things. */
const COVERED: readonly WarningTopic[] = ['sex', 'violence'];

type Found = Pick<Said, 'verdict' | 'reason' | 'remedies' | 'override'>;

function said(rule: WarningRule, content: Content, venue: Venue): Found | undefined {
	const { host } = venue;
	const covers = rule.topics.some((topic) => COVERED.includes(topic));
	const isDeclared = content.sensitive === true && (content.media ?? []).length > 0;
	// The person says so themselves: nothing is guessed.
	if (isDeclared && covers && rule.level === 'required') {
		// And have done what the rule wants.
		if (rule.marked) return undefined;
		const reason = { key: 'normWarningDeclared', parameters: { host } };
		const remedies = [{ do: 'addWarning', warning: '' }] as const;
		return { verdict: 'block', override: 'notSaid', reason, remedies };
	}
	const { topics: all = [] } = content;
	const topics = rule.topics.flatMap((wanted) => all.find(({ topic }) => topic === wanted) ?? []);
	if (topics.length > 0) {
		const names = topics.map(({ name }) => name).join(', ');
		return {
			verdict: 'ask',
			override: 'goOn',
			reason: { key: 'normWarningTopic', parameters: { host, topics: names } },
			remedies: remedies(names, topics, content),
		};
	}
	return tooLong(rule, content, host) ?? unread(rule, content, host);
}

/** Queued by a version that noted no topics: it goes when typed, and waits for a look where nobody is there. */
function unread({ topics }: WarningRule, content: Content, host: string): Found | undefined {
	if (content.topics || topics.length === 0) return undefined;
	const reason = { key: 'normWarningUnread', parameters: { host } };
	return { verdict: 'cannot-tell', override: 'goOn', reason };
}

function remedies(
	words: string,
	topics: readonly TopicFound[],
	{ media = [], sensitive }: Content,
): Remedy[] {
	const isCovered = topics.some(({ topic }) => COVERED.includes(topic));
	const isShown = media.length > 0 && !sensitive && isCovered;
	return [
		{ do: 'addWarning', warning: words },
		...(isShown ? [{ do: 'markSensitive' } as const] : []),
	];
}

function tooLong({ longerThan }: WarningRule, { text }: Content, host: string): Found | undefined {
	if (longerThan === undefined || [...text].length <= longerThan) return undefined;
	const reason = { key: 'normWarningLong', parameters: { host, limit: longerThan } };
	return {
		verdict: 'ask',
		override: 'goOn',
		reason,
		remedies: [{ do: 'addWarning', warning: beginning(text) }],
	};
}

const SHORT = 60;

/** The first line says best what is behind it; cut between words. */
function beginning(text: string): string {
	const [line = ''] = text.trim().split('\n');
	if (line.length <= SHORT) return line;
	const cut = line.slice(0, SHORT);
	const end = cut.lastIndexOf(' ');
	return `${end > 0 ? cut.slice(0, end) : cut} …`;
}
