import { useState } from 'preact/hooks';
import type { Care } from '../../lib/model';
import type { Me } from '../../lib/sessions';
import { beginCare, endCare } from '../../lib/store';
import { ForeignWords } from '../shared/foreign-words';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';

/** The community has warned an account of mine: as its staff said, or as the person says. */
export function UnderCare({ me, care: { since, by, sentence } }: { me: Me; care: Care }) {
	const { t } = useTexts();
	return (
		<div class="problem-line care" role="note" aria-label={t('careTitle')}>
			<p>
				<b>{t('careTitle')}</b>{' '}
				{t(by === 'server' ? 'careByServer' : 'careByMe', { host: me.host })} <When at={since} />
			</p>
			{sentence && <ForeignWords words={sentence} />}
			<p>{t('careMeans')}</p>
			<p class="actions">
				<button
					type="button"
					class="button"
					onClick={() => endCare(me.account, Date.now()).catch(reportError)}
				>
					{t('careOver')}
				</button>
			</p>
		</div>
	);
}

/** Not every warning comes as a notice: some write, some tell. */
export function NoCare({ me }: { me: Me }) {
	const { t } = useTexts();
	const [sentence, setSentence] = useState('');
	return (
		<details class="care-ask">
			<summary>{t('careAsk')}</summary>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					const words = sentence.trim();
					beginCare(me.account, Date.now(), words === '' ? undefined : words).catch(reportError);
				}}
			>
				<p class="quiet">{t('careMeans')}</p>
				<label>
					{t('careSentence')}
					<textarea
						rows={2}
						maxLength={2000}
						dir="auto"
						value={sentence}
						onInput={({ currentTarget }) => setSentence(currentTarget.value)}
					/>
				</label>
				<p class="actions">
					<button type="submit" class="button">
						{t('careWarned')}
					</button>
				</p>
			</form>
		</details>
	);
}
