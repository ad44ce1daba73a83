import type { Care, Venue, Verdict } from '../model';
import type { Norm } from './norm';
import { isNew } from './writing';

type Said = Omit<Verdict, 'norm'>;

/**
 * An account that its community has warned: what goes while nobody is there waits, what is brought asks, and what it
 * was warned about stands above everything.
 */
export const care: Norm = {
	id: 'care',
	check(_content, venue) {
		const { standing, kind, thread } = venue;
		if (!standing?.care || !isNew(kind) || kind === 'hand-over' || thread.at > 0) return [];
		return [said(standing.care, venue)];
	},
};

function said({ sentence, by }: Care, { origin, scheduled, host, name }: Venue): Said {
	const isAlone = scheduled === true || origin === 'automatic';
	const common = {
		by: by === 'server' ? 'rule' : 'custom',
		pinned: true,
		...(sentence ? { source: { sentence } } : {}),
	} as const;
	const parameters = { host, name };
	if (isAlone) {
		const reason = { key: 'normCareWaits', parameters };
		return { ...common, verdict: 'ask', reason, override: 'goOn' };
	}
	if (origin === 'brought') {
		const reason = { key: 'normCareBrought', parameters };
		return { ...common, verdict: 'ask', reason, override: 'goOn' };
	}
	return { ...common, verdict: 'advise', reason: { key: 'normCare', parameters } };
}
