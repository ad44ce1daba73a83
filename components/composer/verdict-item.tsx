import type { Answer, Remedy } from '../../lib/model';
import { gravity } from '../../lib/norms';
import type { Key } from '../../lib/texts';
import { ForeignWords } from '../shared/foreign-words';
import { wordedSentence } from '../shared/rule-language';
import { useTexts } from '../shared/texts';
import { AnswerLink } from './answer-link';
import { remedyWords } from './remedy-words';
import type { Judged } from './use-venues';

export type ItemProps = {
	/** What leads to it. */
	id: string;
	about: Judged;
	/** The number of the file that it is about; 0: of none. */
	file: number;
	/** Says whose it is: there are several. */
	named: boolean;
	remedy(what: Remedy): void;
	override(how: Answer['how']): void;
	takeBack(): void;
};

/** One verdict: why, in whose words, and what can be done about it. */
export function VerdictItem({ id, about, file, named, remedy, override, takeBack }: ItemProps) {
	const { t, say, language } = useTexts();
	const { verdict, venue } = about;
	const { norm, reason, source, remedies = [] } = verdict;
	const weight = gravity(verdict);
	return (
		<li
			id={id}
			tabIndex={-1}
			class={`verdict ${weight}`}
			data-norm={norm}
			data-verdict={weight}
			data-target={nameOf(about)}
		>
			{named && <bdi class="verdict-where">{nameOf(about)}</bdi>}
			<p class="verdict-reason">
				{file > 0 && `${t('verdictFile', { n: String(file) })} `}
				{say(reason)}
			</p>
			{source && <ForeignWords {...wordedSource(source, venue, language)} source={source.url} />}
			<Ways
				about={about}
				remedies={remedies}
				remedy={remedy}
				override={override}
				takeBack={takeBack}
			/>
		</li>
	);
}

type WaysProps = Pick<ItemProps, 'about' | 'remedy' | 'override' | 'takeBack'> & {
	/** Those that are offered here. */
	remedies: readonly Remedy[];
};

/** What can be done about it. */
export function Ways({ about, remedies, remedy, override, takeBack }: WaysProps) {
	const { say, language } = useTexts();
	const { verdict, venue } = about;
	return (
		<div class="verdict-ways">
			{!verdict.answered &&
				remedies.map((one) =>
					one.do === 'answer' ? (
						<AnswerLink key={one.post} post={one.post} by={venue.target} />
					) : (
						<button
							key={JSON.stringify(one)}
							type="button"
							class="link-button"
							onClick={() => remedy(one)}
						>
							{say(remedyWords(one, venue.host || venue.name, language))}
						</button>
					),
				)}
			<Override verdict={verdict} override={override} takeBack={takeBack} />
		</div>
	);
}

type OverrideProps = Pick<ItemProps, 'override' | 'takeBack'> & Pick<Judged, 'verdict'>;

/** Going on all the same, and taking that back; what only the person can know is a tick. */
function Override({ verdict: { override: how, answered }, override, takeBack }: OverrideProps) {
	const { t } = useTexts();
	if (!how) return null;
	if (how === 'followed') {
		return (
			<label class="tick">
				<input
					type="checkbox"
					checked={answered === true}
					onChange={(event) => (event.currentTarget.checked ? override(how) : takeBack())}
				/>
				{t('verdictFollowed')}
			</label>
		);
	}
	if (!answered) {
		return (
			<button type="button" class="link-button" onClick={() => override(how)}>
				{t(how === 'goOn' ? 'verdictGoOn' : 'verdictNotSaid')}
			</button>
		);
	}
	return (
		<>
			<span class="quiet">{t(ANSWERS[how])}</span>
			<button type="button" class="link-button" onClick={takeBack}>
				{t('verdictTakeBack')}
			</button>
		</>
	);
}

/** What the person said, in words. */
export const ANSWERS = {
	goOn: 'verdictWentOn',
	notSaid: 'verdictWasNotSaid',
	followed: 'verdictWasFollowed',
} as const satisfies Readonly<Record<Answer['how'], Key>>;

/** The full handle of an account, the name of a window. */
export function nameOf({ venue: { kind, name } }: Judged): string {
	return kind === 'hand-over' ? name : `@${name}`;
}

/** The words of the rule behind it, in the person's language where its server gives them in that. */
export function wordedSource(
	{ sentence, rule }: NonNullable<Judged['verdict']['source']>,
	{ rules = [] }: Judged['venue'],
	language: string,
) {
	return wordedSentence(
		sentence,
		rules.find(({ id }) => id === rule),
		language,
	);
}
