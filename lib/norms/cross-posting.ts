import type { Content, Reading, Venue, Verdict } from '../model';
import type { Norm } from './norm';
import { readings, sourceOf } from './readings';
import { isNew } from './writing';

type Said = Omit<Verdict, 'norm'>;
type CrossPostingRule = Extract<Reading, { class: 'cross-posting' }>;

/** Written rules about posts that a program copies, or that go to several networks (design: enforcement). */
export const crossPosting: Norm = {
	id: 'cross-posting',
	check(content, venue) {
		if (!isNew(venue.kind) || venue.kind === 'repost' || venue.origin === 'typed') return [];
		return readings(venue).flatMap((rule) => {
			const found = rule.class === 'cross-posting' && said(rule, content, venue);
			if (!found) return [];
			return [{ ...found, source: sourceOf(rule, venue) }];
		});
	},
};

function said(rule: CrossPostingRule, content: Content, venue: Venue): Said | undefined {
	switch (rule.says) {
		// Whether somebody takes part is a matter of what they did before: see the balance.
		case 'participate':
			return undefined;
		case 'followers':
			return forFollowers(content, venue);
		case 'forbidden':
			return forbidden(rule, venue);
		case 'unlisted':
			return unlisted(content, venue);
		case 'marked':
			return marked(venue);
	}
}

const OWN_TEXT = [{ do: 'ownText' }, { do: 'leaveOut' }] as const;

/** Where the rule does not say which it means: automatic is blocked, brought asks, one text for several is advised. */
function forbidden({ means }: CrossPostingRule, { origin, host }: Venue): Said | undefined {
	const reason = { key: 'normCrossForbidden', parameters: { host } };
	const common = { by: 'rule', about: 'text', reason, remedies: OWN_TEXT } as const;
	if (origin === 'automatic' || means === 'any') {
		return { ...common, verdict: 'block', override: 'notSaid' };
	}
	if (origin === 'brought') return { ...common, verdict: 'ask', override: 'goOn' };
	return means === 'unsaid' ? { ...common, verdict: 'advise' } : undefined;
}

function unlisted({ visibility }: Content, { origin, host }: Venue): Said | undefined {
	if (visibility !== 'public' || origin === 'several') return undefined;
	const reason = { key: 'normCrossUnlisted', parameters: { host } };
	const remedies = [{ do: 'setVisibility', to: 'unlisted' }] as const;
	const common = { by: 'rule', about: 'visibility', reason, remedies } as const;
	return origin === 'automatic'
		? { ...common, verdict: 'block', override: 'notSaid' }
		: { ...common, verdict: 'advise' };
}

function forFollowers({ visibility }: Content, { origin, host }: Venue): Said | undefined {
	const isWide = visibility === 'public' || visibility === 'unlisted';
	if (!isWide || origin === 'several') return undefined;
	const reason = { key: 'normCrossFollowers', parameters: { host } };
	const remedies = [{ do: 'setVisibility', to: 'followers' }] as const;
	const common = { by: 'rule', about: 'visibility', reason, remedies } as const;
	return origin === 'automatic'
		? { ...common, verdict: 'block', override: 'notSaid' }
		: { ...common, verdict: 'ask', override: 'goOn' };
}

function marked({ origin, bot, host }: Venue): Said | undefined {
	if (origin !== 'automatic' || bot) return undefined;
	const reason = { key: 'normCrossMarked', parameters: { host } };
	return { verdict: 'ask', by: 'rule', reason, override: 'goOn' };
}
