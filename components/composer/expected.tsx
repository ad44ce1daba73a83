import type { Draft, Rule, Venue } from '../../lib/model';
import { ForeignWords } from '../shared/foreign-words';
import { wordedRule } from '../shared/rule-language';
import { useTexts } from '../shared/texts';
import { useAppHref } from './place';
import type { Judged, Venues } from './use-venues';

type ExpectedProps = { draft: Draft; venues: Venues; judged: readonly Judged[] };

/** What each community that the draft goes to expects, in its own words; what is said of the draft now comes first. */
export function Expected({ draft, venues, judged }: ExpectedProps) {
	const places = new Map<string, Venue>();
	for (const target of draft.targets) {
		const venue = venues.get(target);
		if (venue && venue.kind !== 'hand-over' && !places.has(venue.host))
			places.set(venue.host, venue);
	}
	if (places.size === 0) return null;
	return (
		<div class="expected">
			{[...places.values()].map((venue) => (
				<Place key={venue.host} venue={venue} judged={judged} />
			))}
		</div>
	);
}

function Place({ venue, judged }: { venue: Venue; judged: readonly Judged[] }) {
	const { t, date, language } = useTexts();
	const { server } = useAppHref();
	const { host, rules, readAt } = venue;
	if (!rules || rules.length === 0) return <p class="quiet">{t('expectedNone', { host })}</p>;
	const now = rulesNow(venue, judged);
	const shown = rules.filter((rule) => now.has(rule.id) || isShown(rule, venue));
	const first = [...shown].sort((a, b) => Number(now.has(b.id)) - Number(now.has(a.id)));
	const others = rules.length - shown.length;
	return (
		<details>
			<summary>{t('expectedRules', { host, count: shown.length })}</summary>
			<ul aria-label={t('expectedRules', { host, count: shown.length })}>
				{first.map((rule) => (
					<li key={rule.id} class="expected-rule" data-now={now.has(rule.id)}>
						{now.has(rule.id) && <p class="expected-now">{t('expectedNow')}</p>}
						<ForeignWords {...wordedRule(rule, language)} />
					</li>
				))}
			</ul>
			<p class="quiet">
				{others > 0 && `${t('expectedOthers', { count: others })} `}
				{readAt !== undefined && `${t('expectedReadAt', { date: date(readAt, 'day') })} `}
				<a {...server(host)}>{t('expectedReadings')}</a>
			</p>
		</details>
	);
}

/** Rules that stand behind what is said of the draft, answered or not. */
function rulesNow({ host }: Venue, judged: readonly Judged[]): ReadonlySet<string> {
	return new Set(
		judged.flatMap(({ verdict: { source }, venue }) =>
			venue.host === host && source?.rule !== undefined ? [source.rule] : [],
		),
	);
}

/** All that a server lists; of terms and of what others say, what asks for something that is looked at. */
function isShown({ id, url }: Rule, { readings = [], corrections = [] }: Venue): boolean {
	if (url === undefined) return true;
	return readings.some(
		({ rule, sentence, class: about }) =>
			rule === id && (about !== 'conduct' || corrections.some((one) => one.sentence === sentence)),
	);
}
