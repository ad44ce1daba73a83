import { useState } from 'preact/hooks';
import type { Delivery, Text } from '../../lib/model';
import { step, wordsOf } from '../../lib/outbox';
import type { Key } from '../../lib/texts';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

/** What the outbox still has to do with a post, where the card itself does not show it. */
export function UnderWay({ rows }: { rows: readonly Delivery[] }) {
	return (
		<>
			{rows.map((row) => (
				<Line key={row.id} row={row} />
			))}
		</>
	);
}

function Line({ row }: { row: Delivery }) {
	const { t, say } = useTexts();
	const [refused, setRefused] = useState<Text>();
	const { id, state, kind, host, problem } = row;
	const failed = state === 'failed';
	const act = (what: 'retry' | 'cancel') => {
		step(id, what).then(
			(said) => setRefused('refused' in said ? said.refused : undefined),
			reportError,
		);
	};
	const parameters = { host };
	return (
		<p class={failed ? 'problem-line' : 'under-way quiet'} role={failed ? 'alert' : 'status'}>
			{say(failed ? { key: FAILED[kind] ?? 'notDone', parameters } : goingWords(row))}{' '}
			{problem && say(problem)}{' '}
			{failed && (
				<>
					<button type="button" class="link-button" onClick={() => act('retry')}>
						{t('retry')}
					</button>{' '}
					<button type="button" class="link-button" onClick={() => act('cancel')}>
						{t('leaveIt')}
					</button>
				</>
			)}
			{state === 'needs-you' && <a href={hrefs.outbox()}>{t('outbox')}</a>}
			{refused && ` ${say(refused)}`}
		</p>
	);
}

function goingWords(row: Delivery): Text {
	const { state, failures, kind, host } = row;
	const isSmooth = state !== 'needs-you' && failures === 0;
	if (isSmooth && kind === 'delete') return { key: 'deletingAt', parameters: { host } };
	if (isSmooth && kind === 'edit') return { key: 'changingAt', parameters: { host } };
	return wordsOf(row, Date.now());
}

const FAILED: Readonly<Partial<Record<Delivery['kind'], Key>>> = {
	repost: 'notReposted',
	unrepost: 'notUnreposted',
	delete: 'notDeleted',
	edit: 'notChanged',
};
