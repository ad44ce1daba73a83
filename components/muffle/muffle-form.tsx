import { useState } from 'preact/hooks';
import type { Muffle } from '../../lib/model';
import { muffleKind } from '../../lib/muffle';
import { changeList } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';

const DAY = 86_400_000;
const SPANS = [
	{ days: 0, text: 'muffleAlways' },
	{ days: 1, text: 'muffleDay' },
	{ days: 7, text: 'muffleWeek' },
	{ days: 30, text: 'muffleMonth' },
] as const satisfies readonly { days: number; text: Key }[];

const KINDS = {
	words: 'muffleKindWords',
	tag: 'muffleKindTag',
	person: 'muffleKindPerson',
	domain: 'muffleKindDomain',
} as const;

/** Something that a text can be found by: signs alone are in no index, and in no name. */
const FINDABLE = /[\p{L}\p{N}\p{S}]/u;

function hintFor(typed: string): Key {
	if (typed === '') return 'muffleWhatHint';
	return FINDABLE.test(typed) ? KINDS[muffleKind(typed)] : 'muffleSigns';
}

/** Capital letters make no difference. */
function isSame(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

type MuffleFormProps = {
	/** What a post at hand offers: its tags, people, domains. */
	offers?: readonly string[];
	done?(muffle: Muffle): void;
};

/** Adds something to fold away. What is there already is put in its place, with the new time. */
export function MuffleForm({ offers = [], done }: MuffleFormProps) {
	const { t } = useTexts();
	const [text, setText] = useState('');
	const [days, setDays] = useState(0);
	const [part, setPart] = useState(false);
	const [error, setError] = useState<unknown>();
	const typed = text.trim();
	const add = (event: SubmitEvent) => {
		event.preventDefault();
		if (!FINDABLE.test(typed)) return;
		const added: Muffle = {
			text: typed,
			...(part ? { part: true } : {}),
			...(days > 0 ? { until: Date.now() + days * DAY } : {}),
		};
		setError(undefined);
		changeList('muffles', (all) => [...all.filter((one) => !isSame(one.text, typed)), added]).then(
			() => {
				setText('');
				done?.(added);
			},
			setError,
		);
	};
	return (
		<form class="muffle-form" onSubmit={add}>
			<label>
				{t('muffleWhat')}
				<input
					type="text"
					maxLength={200}
					autocomplete="off"
					autocapitalize="off"
					spellcheck={false}
					dir="auto"
					value={text}
					onInput={(event) => setText(event.currentTarget.value)}
				/>
			</label>
			<p class="quiet">{t(hintFor(typed))}</p>
			{offers.length > 0 && (
				<fieldset class="offers">
					<legend>{t('muffleOffers')}</legend>
					{offers.map((offer) => (
						<button key={offer} type="button" class="chip" onClick={() => setText(offer)}>
							<bdi>{offer}</bdi>
						</button>
					))}
				</fieldset>
			)}
			<label class="tick">
				<input
					type="checkbox"
					checked={part}
					onChange={(event) => setPart(event.currentTarget.checked)}
				/>
				{t('mufflePart')}
			</label>
			<label>
				{t('muffleUntil')}
				<select
					class="chip"
					value={String(days)}
					onChange={(event) => setDays(Number(event.currentTarget.value))}
				>
					{SPANS.map((span) => (
						<option key={span.days} value={String(span.days)}>
							{t(span.text)}
						</option>
					))}
				</select>
			</label>
			<div class="actions">
				<button type="submit" class="button primary" disabled={typed === ''}>
					{t('muffleAdd')}
				</button>
			</div>
			{error !== undefined && <LoadProblem error={error} />}
		</form>
	);
}
