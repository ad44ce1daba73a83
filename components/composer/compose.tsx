import { useState } from 'preact/hooks';
import { LoadProblem } from '../shared/problem';
import type { ComposeWish } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { Composer } from './composer';
import { opened } from './opening';
import { Went } from './parts';
import { useAppHref, usePlace } from './place';
import { StillUndoable } from './still-undoable';

type ComposeProps = {
	wish: ComposeWish;
	/** Told what would lead to what is shown, when that is something else than what was wished for. */
	now?(shown: ComposeWish): void;
};

/** Writing, and what became of it: on one place, because the second follows the first. */
export function Compose({ wish, now: tell }: ComposeProps) {
	const { t } = useTexts();
	const app = useAppHref();
	const place = usePlace();
	const [now, setNow] = useState<{ wish: ComposeWish; turn: number; sent?: string; kept?: true }>({
		wish,
		turn: 0,
	});
	const { value, ready, error, retry } = useLoad(`draft ${now.turn}`, () =>
		opened(now.wish, place),
	);
	const open = (next: ComposeWish, kept?: true) => {
		setNow(({ turn }) => ({ wish: next, turn: turn + 1, ...(kept ? { kept } : {}) }));
		tell?.(next);
	};
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	const sent = now.sent ?? (ready ? value?.sent : undefined);
	const before = <StillUndoable except={sent} opened={(draft) => open({ draft })} />;
	if (sent !== undefined) {
		return (
			<>
				{before}
				<Went draft={sent} opened={(draft) => open({ draft })} />
				<p>
					<button type="button" class="button" onClick={() => open({ fresh: true })}>
						{t('writeAnother')}
					</button>
				</p>
			</>
		);
	}
	if (!ready || !value) return null;
	if (!value.draft) {
		return (
			<p role="status">
				{t('draftGone')}{' '}
				<button type="button" class="link-button" onClick={() => open({ fresh: true })}>
					{t('writeAnother')}
				</button>
			</p>
		);
	}
	return (
		<>
			{before}
			<p role="status" class={now.kept ? 'kept-line' : 'unseen'}>
				{now.kept && (
					<>
						{t('draftKept')} <a {...app.drafts()}>{t('drafts')}</a>
					</>
				)}
			</p>
			<Composer
				first={value.draft}
				page={value.page}
				picture={value.picture}
				stored={(draft) => isNew(now.wish) && tell?.({ draft })}
				sent={(draft) => setNow((before) => ({ ...before, sent: draft }))}
				kept={() => open({ fresh: true }, true)}
			/>
		</>
	);
}

/** An answer, a quote and a change are found again by what they are about. */
function isNew({ reply, quote, edit }: ComposeWish): boolean {
	return reply === undefined && quote === undefined && edit === undefined;
}
