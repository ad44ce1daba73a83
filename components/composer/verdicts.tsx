import type { Answer, Draft, Remedy } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { type Group, grouped, idAt } from './groups';
import type { Judged } from './use-venues';
import { VerdictGroup } from './verdict-group';
import { VerdictItem } from './verdict-item';

type VerdictsProps = {
	all: readonly Judged[];
	draft: Draft;
	/** Does what a verdict offers. */
	remedy(what: Remedy, about: Judged): void;
	/** Goes on all the same. */
	override(about: Judged, how: Answer['how']): void;
	/** Takes that back. */
	takeBack(about: Judged): void;
};

/** What each community says of the draft, in its own words where it has some, with what can be done about it. */
export function Verdicts({ all, draft, remedy, override, takeBack }: VerdictsProps) {
	const { t } = useTexts();
	if (all.length === 0) return null;
	const item = (about: Judged, at: number) => ({
		id: idAt(at),
		about,
		file: draft.media.findIndex(({ file }) => file === about.verdict.file) + 1,
		named: draft.targets.length > 1,
		remedy: (what: Remedy) => remedy(what, about),
		override: (how: Answer['how']) => override(about, how),
		takeBack: () => takeBack(about),
	});
	return (
		<ul class="verdicts" aria-label={t('beforeYouPost')}>
			{grouped(all).map((group) => {
				const [first, ...others] = group;
				return others.length === 0 ? (
					<VerdictItem key={keyOf(group)} {...item(first.about, first.at)} />
				) : (
					<VerdictGroup
						key={keyOf(group)}
						group={group}
						items={group.map(({ about, at }) => item(about, at))}
					/>
				);
			})}
		</ul>
	);
}

/** Tells one saying from all others, while what is typed changes where it stands. */
function keyOf([{ about }]: Group): string {
	const { verdict, venue } = about;
	const { norm, file, reason, source } = verdict;
	return JSON.stringify([venue.target, norm, file, reason.key, source?.sentence]);
}
