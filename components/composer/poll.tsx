import { X } from 'lucide-preact';
import type { Draft } from '../../lib/model';
import { useTexts } from '../shared/texts';
import type { Venues } from './use-venues';
import type { DraftChange } from './writer';

type Asked = NonNullable<Draft['poll']>;

/** What Mastodon's own page offers. */
const MINUTES = [5, 30, 60, 360, 720, 1440, 4320, 10_080];
/** Where no server says otherwise. */
const USUAL = { options: 4, length: 50 };

type PollProps = {
	poll: Asked;
	venues: Venues;
	change(how: (draft: Draft) => DraftChange): void;
};

/** A question with two answers or more, as many and as long as the narrowest of the places takes. */
export function Poll({ poll, venues, change }: PollProps) {
	const { t, duration } = useTexts();
	const { options, multiple, seconds } = poll;
	const room = roomOf(venues);
	const put = (how: (now: Asked) => Asked) =>
		change(({ poll: now }) => (now ? { poll: how(now) } : {}));
	return (
		<fieldset class="compose-poll">
			<legend>{t('poll')}</legend>
			{options.map((option, at) => (
				<Answer
					key={at}
					at={at}
					option={option}
					most={room.length}
					put={(text) => put((now) => ({ ...now, options: now.options.with(at, text) }))}
					{...(options.length > 2
						? {
								drop: () =>
									put((now) => ({ ...now, options: now.options.filter((_, n) => n !== at) })),
							}
						: {})}
				/>
			))}
			<div class="thread-ways">
				{options.length < room.options && (
					<button
						type="button"
						class="link-button"
						onClick={() => put((now) => ({ ...now, options: [...now.options, ''] }))}
					>
						{t('pollMore')}
					</button>
				)}
				<label class="tick">
					<input
						type="checkbox"
						checked={multiple === true}
						onChange={(event) => {
							const { checked } = event.currentTarget;
							put(({ multiple: _, ...now }) => (checked ? { ...now, multiple: true } : now));
						}}
					/>
					{t('pollMultiple')}
				</label>
				<label class="tick">
					{t('pollEnds')}
					<select
						value={String(seconds)}
						onChange={(event) => {
							const chosen = Number(event.currentTarget.value);
							put((now) => ({ ...now, seconds: chosen }));
						}}
					>
						{MINUTES.map((minutes) => (
							<option key={minutes} value={String(minutes * 60)}>
								{duration(minutes * 60_000)}
							</option>
						))}
					</select>
				</label>
				<button
					type="button"
					class="link-button"
					onClick={() => change(() => ({ poll: undefined }))}
				>
					{t('pollDrop')}
				</button>
			</div>
		</fieldset>
	);
}

type AnswerProps = {
	at: number;
	option: string;
	most: number;
	put(text: string): void;
	drop?(): void;
};

function Answer({ at, option, most, put, drop }: AnswerProps) {
	const { t, number } = useTexts();
	const n = String(at + 1);
	const { length } = [...option];
	return (
		<div class="poll-answer">
			<label class="poll-label">
				<span>{t('pollAnswer', { n })}</span>
				<span class={`counter${length > most ? ' over' : ''}`} aria-hidden="true">
					{`${number(length)} / ${number(most)}`}
				</span>
				<input
					type="text"
					dir="auto"
					value={option}
					aria-label={t('pollAnswer', { n })}
					aria-invalid={length > most}
					onInput={(event) => put(event.currentTarget.value)}
				/>
			</label>
			{drop && (
				<button
					type="button"
					class="icon-button"
					aria-label={t('pollDropAnswer', { n })}
					onClick={drop}
				>
					<X size={18} aria-hidden="true" />
				</button>
			)}
		</div>
	);
}

/** What fits everywhere that takes polls. */
function roomOf(venues: Venues): { options: number; length: number } {
	const taking = [...venues.values()].filter(({ features }) => features.includes('polls'));
	const least = (of: readonly number[], usual: number) => (of.length > 0 ? Math.min(...of) : usual);
	return {
		options: least(
			taking.map(({ limits }) => limits.pollOptions ?? USUAL.options),
			USUAL.options,
		),
		length: least(
			taking.map(({ limits }) => limits.pollOption ?? USUAL.length),
			USUAL.length,
		),
	};
}
