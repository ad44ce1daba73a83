import type { Norm } from './norm';
import { isNew } from './writing';

const LAST_MS = 30 * 24 * 60 * 60_000;

/** Rules that were never read are not known, and those that were read long ago may be others now: what goes while nobody looks waits for a look. */
export const knownRules: Norm = {
	id: 'known-rules',
	check(_content, { kind, rules = [], readings, readAt, now, host, scheduled, origin }) {
		if (!isNew(kind) || kind === 'hand-over') return [];
		const isRead = rules.length === 0 || readings !== undefined;
		if (isRead && readAt !== undefined && now - readAt <= LAST_MS) return [];
		const isAlone = scheduled === true || origin === 'automatic';
		const isOld = isRead && readAt !== undefined;
		const reason = { key: isOld ? 'normRulesOld' : 'normRulesUnread', parameters: { host } };
		return isAlone
			? [{ verdict: 'cannot-tell', by: 'rule', reason, override: 'goOn' }]
			: [{ verdict: 'advise', by: 'rule', reason }];
	},
};
