import { useId, useState } from 'preact/hooks';
import type { AccountUri, Poll as PollData, StoredPost, View } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';
import { Emojified } from './emojified';
import type { React } from './use-reaction';

type PollProps = { stored: StoredPost; poll: PollData; by: AccountUri | undefined; react: React };

/** A poll: a form while one may answer, bars with numbers afterwards. */
export function Poll({ stored, poll, by, react }: PollProps) {
	const { t, number } = useTexts();
	const view = stored.views?.find((one) => one.by === by);
	const over = poll.closed || (poll.closesAt !== undefined && poll.closesAt <= Date.now());
	const [looking, setLooking] = useState(false);
	const voted = (view?.voted ?? []).length > 0;
	const form = view?.pollId !== undefined && !over && !voted && !looking;
	const people = poll.voters ?? poll.votes;
	return (
		<div class="poll">
			{form ? (
				<Form stored={stored} poll={poll} react={react} />
			) : (
				<Results poll={poll} view={view} emojis={stored.post.emojis} />
			)}
			<p class="quiet poll-foot">
				<span>{t('pollPeople', { count: people, people: number(people) })}</span>
				{over ? (
					<span>{t('pollClosed')}</span>
				) : (
					poll.closesAt !== undefined && (
						<span>
							{t('pollCloses')} <When at={poll.closesAt} />
						</span>
					)
				)}
				{view?.pollId !== undefined && !over && !voted && (
					<button type="button" class="link-button" onClick={() => setLooking(!looking)}>
						{looking ? t('pollBack') : t('pollLook')}
					</button>
				)}
			</p>
		</div>
	);
}

function Form({ stored, poll, react }: Omit<PollProps, 'by'>) {
	const { t } = useTexts();
	const name = useId();
	const [chosen, setChosen] = useState<readonly number[]>([]);
	const choose = (i: number, on: boolean) =>
		setChosen(poll.multiple ? [...chosen.filter((one) => one !== i), ...(on ? [i] : [])] : [i]);
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				react({ type: 'vote', answers: [...chosen].sort((a, b) => a - b) });
			}}
		>
			<fieldset>
				<legend class="unseen">{poll.multiple ? t('pollMultiple') : t('poll')}</legend>
				{poll.options.map((option, i) => (
					<label key={i} class="poll-option">
						<input
							type={poll.multiple ? 'checkbox' : 'radio'}
							name={name}
							checked={chosen.includes(i)}
							onChange={(event) => choose(i, event.currentTarget.checked)}
						/>
						<span dir="auto">
							<Emojified text={option.title} emojis={stored.post.emojis} />
						</span>
					</label>
				))}
			</fieldset>
			<button type="submit" class="button" disabled={chosen.length === 0}>
				{t('pollVote')}
			</button>
		</form>
	);
}

type ResultsProps = {
	poll: PollData;
	view: View | undefined;
	emojis: StoredPost['post']['emojis'];
};

function Results({ poll, view, emojis }: ResultsProps) {
	const { t, number } = useTexts();
	const whole = Math.max(1, poll.voters ?? poll.votes);
	return (
		<ul class="poll-results">
			{poll.options.map(({ title, votes }, i) => (
				<li key={i} style={{ '--share': share(votes, whole) }}>
					<span dir="auto">
						<Emojified text={title} emojis={emojis} />
						{view?.voted?.includes(i) && <span class="poll-mine"> ✓ {t('pollMine')}</span>}
					</span>
					<span class="poll-share">
						{votes === undefined
							? t('pollHidden')
							: `${number(Math.round((votes / whole) * 100))} %`}
					</span>
				</li>
			))}
		</ul>
	);
}

function share(votes: number | undefined, whole: number): string {
	return `${Math.min(100, Math.round(((votes ?? 0) / whole) * 100))}%`;
}
