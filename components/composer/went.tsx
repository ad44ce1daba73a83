import { useEffect, useReducer } from 'preact/hooks';
import type { Delivery } from '../../lib/model';
import { deliveries, readDraft, undo } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { WentItem } from './went-item';
import { WhichPost } from './which-post';

type WentProps = {
	draft: string;
	opened(draft: string): void;
	/** Says which post it is: it stands beside others. */
	named?: boolean;
};

/** "Where it went": what became of a draft at each of its targets, in words, with what can still be done. */
export function Went({ draft, opened, named = false }: WentProps) {
	const { t } = useTexts();
	const { value = [] } = useLoad(`went ${draft}`, () => inOrder(draft), ['deliveries']);
	const undoable = value.filter(
		({ undoUntil, state }) => undoUntil !== undefined && state === 'queued',
	);
	const until = Math.max(0, ...undoable.map(({ undoUntil = 0 }) => undoUntil));
	const left = useSecondsUntil(until);
	const [first] = value;
	if (!first) return null;
	return (
		<section class="went" aria-labelledby={`went-${draft}`}>
			<h2 id={`went-${draft}`}>{named ? <WhichPost delivery={first} /> : t('whereItWent')}</h2>
			{left > 0 && (
				<p class="undo-line">
					<span role="timer">{t('undoLeft', { count: left })}</span>
					<button
						type="button"
						class="button"
						onClick={() => {
							undo(draft).then((said) => 'done' in said && opened(draft), reportError);
						}}
					>
						{t('undo')}
					</button>
				</p>
			)}
			<ul aria-label={t('whereItWent')} aria-live="polite">
				{byTarget(value).map((row) => (
					<WentItem key={row.id} delivery={row} opened={opened} />
				))}
			</ul>
		</section>
	);
}

/** As the person chose the targets. */
async function inOrder(draft: string): Promise<readonly Delivery[]> {
	const [rows, written] = await Promise.all([deliveries(draft), readDraft(draft)]);
	const place = ({ target }: Delivery) => written?.targets.indexOf(target) ?? 0;
	return rows.sort((a, b) => place(a) - place(b));
}

/** One line per target: of a thread the post that is under way, or in trouble, else the first. */
function byTarget(rows: readonly Delivery[]): readonly Delivery[] {
	const targets = new Map<string, Delivery[]>();
	for (const row of rows) targets.set(row.target, [...(targets.get(row.target) ?? []), row]);
	return [...targets.values()].flatMap((all) => {
		// What was taken back and then sent again is told once.
		const going = all.filter(({ state }) => state !== 'cancelled');
		const inOrder = (going.length > 0 ? going : all).sort((a, b) => a.thread.at - b.thread.at);
		return inOrder.find(({ state }) => state !== 'sent') ?? inOrder.slice(0, 1);
	});
}

/** Whole seconds that are left, counted down. */
function useSecondsUntil(until: number): number {
	const [, tick] = useReducer<number, void>((n) => n + 1, 0);
	const left = Math.ceil((until - Date.now()) / 1000);
	const going = left > 0;
	useEffect(() => {
		if (!going) return;
		const clock = setInterval(() => tick(), 250);
		return () => clearInterval(clock);
	}, [going]);
	return Math.max(0, left);
}
