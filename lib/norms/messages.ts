import type { Content, Reading, Venue, Verdict } from '../model';
import { mentionsIn } from '../text';
import type { Norm } from './norm';
import { of, readings, sourceOf } from './readings';
import { isNew } from './writing';

type Said = Omit<Verdict, 'norm'>;

/** Posts for a few people: who else can read them, and whether those people ever had to do with me. */
export const messages: Norm = {
	id: 'messages',
	check: (content, venue) => messagesSaid(content, venue, readings(venue)),
};

/** The same by rules that were read already. */
export function messagesSaid(content: Content, venue: Venue, all: readonly Reading[]): Said[] {
	if (!isNew(venue.kind) || venue.kind !== 'create') return [];
	const isLetter = content.visibility === 'direct' && venue.limits.publicOnly !== true;
	return [...(isLetter ? [readers(content, venue)] : []), ...strange(isLetter, venue, all)];
}

/**
 * Nothing is encrypted: whoever runs the servers on both sides could read it
 * (https://docs.joinmastodon.org/user/posting/#privacy).
 */
function readers(content: Content, { host, replyTo }: Venue): Said {
	const named = mentionsIn(content.text).map(({ handle }) => handle);
	const people = [...named, ...(replyTo?.author ? [replyTo.author] : [])];
	const others = new Set(
		people.flatMap((handle) => hostOf(handle) ?? []).filter((at) => at !== host),
	);
	const common = { verdict: 'advise', by: 'custom', about: 'visibility' } as const;
	return others.size === 0
		? { ...common, reason: { key: 'normDirectReaders', parameters: { host } } }
		: {
				...common,
				reason: {
					key: 'normDirectReadersBoth',
					parameters: { host, others: [...others].join(', ') },
				},
			};
}

function hostOf(handle: string): string | undefined {
	const [, host] = handle.split('@');
	return host === '' ? undefined : host;
}

/** A letter to somebody who does not know me; a public word to a stranger is what these networks are for, unless a program sends it. */
function strange(
	isLetter: boolean,
	{ strangers, origin, host, ...venue }: Venue,
	all: readonly Reading[],
): Said[] {
	if (!isLetter && origin !== 'automatic') return [];
	if (!strangers || strangers.length === 0) return [];
	const [rule] = of(all, 'privacy').filter(({ says }) => says === 'messages');
	const source = rule ? { source: sourceOf(rule, venue) } : {};
	const sure = strangers.filter(({ unsure }) => !unsure);
	const handles = (sure.length > 0 ? sure : strangers).map(({ handle }) => `@${handle}`).join(', ');
	const common = { ...source, about: 'text', by: rule ? 'rule' : 'custom' } as const;
	if (sure.length === 0) {
		const reason = { key: 'normStrangerUnsure', parameters: { handles } };
		return [{ ...common, verdict: 'advise', reason }];
	}
	const reason = rule
		? { key: 'normStrangerRule', parameters: { handles, host } }
		: { key: 'normStranger', parameters: { handles } };
	return [{ ...common, verdict: 'ask', override: 'goOn', reason }];
}
