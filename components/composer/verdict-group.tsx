import type { Remedy } from '../../lib/model';
import { gravity } from '../../lib/norms';
import { ForeignWords } from '../shared/foreign-words';
import { useTexts } from '../shared/texts';
import { type Group, spreadOf } from './groups';
import { type ItemProps, nameOf, Ways, wordedSource } from './verdict-item';

type GroupProps = {
	group: Group;
	/** Of each what one of its own would be drawn with, in the same order. */
	items: readonly ItemProps[];
};

/** One saying about several places or files: said once, with what can be done about each. */
export function VerdictGroup({ group, items }: GroupProps) {
	const { t, say, list, language } = useTexts();
	const { verdict, venue } = group[0].about;
	const { reason, source } = verdict;
	const { places, files } = spreadOf(group);
	const hosts = [...new Set(group.map(({ about: { venue } }) => venue.host || venue.name))];
	const of = [
		...(places > 1 ? [t('verdictPlaces', { count: places })] : []),
		...(files > 1 ? [t('verdictFiles', { count: files })] : []),
	].join(', ');
	const offered = new Set<string>();
	return (
		<li class={`verdict ${gravity(verdict)}`}>
			<p class="verdict-reason">
				{`${of}: `}
				{say({ ...reason, parameters: { ...reason.parameters, host: list(hosts) } })}
			</p>
			{source && <ForeignWords {...wordedSource(source, venue, language)} source={source.url} />}
			<ul class="verdict-each">
				{items.map(({ id, about, file, named, ...ways }) => (
					<li
						key={id}
						id={id}
						tabIndex={-1}
						data-norm={about.verdict.norm}
						data-verdict={gravity(about.verdict)}
						data-target={nameOf(about)}
					>
						<span class="quiet">
							{named && places > 1 && <bdi>{nameOf(about)}</bdi>}{' '}
							{file > 0 && t('verdictFile', { n: String(file) })}
						</span>
						<Ways
							{...ways}
							about={about}
							remedies={(about.verdict.remedies ?? []).filter((one) => isNew(one, offered))}
						/>
					</li>
				))}
			</ul>
		</li>
	);
}

/** What is done to the whole draft, whichever of them it is offered for. */
const FOR_ALL: ReadonlySet<Remedy['do']> = new Set([
	'writeAlt',
	'dropFiles',
	'markSensitive',
	'dropQuote',
	'dropReply',
]);

/** Offered once, where it does the same for all. */
function isNew(one: Remedy, offered: Set<string>): boolean {
	const key = JSON.stringify(one);
	if (!FOR_ALL.has(one.do)) return true;
	const before = offered.has(key);
	offered.add(key);
	return !before;
}
