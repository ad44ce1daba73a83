import type { Content, Reading, Venue, Verdict } from '../model';
import { lettersIn, marksIn, wordsOf } from '../text';
import type { Norm } from './norm';
import { of, readings, sourceOf } from './readings';
import { isNew } from './writing';

type Said = Omit<Verdict, 'norm'>;

/** Links that stand alone, and links to where a community does not want to lead. */
export const links: Norm = {
	id: 'links',
	check: (content, venue) => linksSaid(content, venue, readings(venue)),
};

/** The same by rules that were read already. */
export function linksSaid(content: Content, venue: Venue, all: readonly Reading[]): Said[] {
	if (!isNew(venue.kind) || !content.text.includes('://')) return [];
	const found = marksIn(content.text).flatMap((mark) => (mark.type === 'link' ? [mark.href] : []));
	if (found.length === 0) return [];
	const rules = of(all, 'links');
	const unwanted = rules.flatMap((rule): Said[] => {
		if (rule.says !== 'hosts') return [];
		const hosts = rule.hosts.filter((host) => found.some((href) => isAt(href, host)));
		if (hosts.length === 0) return [];
		const parameters = { host: venue.host, links: hosts.join(', ') };
		return [
			{
				verdict: 'ask',
				by: 'rule',
				about: 'text',
				override: 'goOn',
				reason: { key: 'normLinksHosts', parameters },
				source: sourceOf(rule, venue),
			},
		];
	});
	const alone = rules.find(({ says }) => says === 'link-only');
	return [...unwanted, ...(isAlone(content) ? [onlyLink(alone, venue)] : [])];
}

function onlyLink(rule: Reading | undefined, venue: Venue): Said {
	const common = { about: 'text', reason: { key: 'normLinksAlone' } } as const;
	return rule
		? { ...common, verdict: 'ask', by: 'rule', override: 'goOn', source: sourceOf(rule, venue) }
		: { ...common, verdict: 'advise', by: 'custom' };
}

/** Not a word besides links, tags and names, and nothing else to look at. */
function isAlone({ text, media = [], poll }: Content): boolean {
	return media.length === 0 && !poll && lettersIn(wordsOf(text)) === 0;
}

function isAt(href: string, host: string): boolean {
	const there = URL.canParse(href) ? new URL(href).hostname : '';
	return there === host || there.endsWith(`.${host}`);
}
