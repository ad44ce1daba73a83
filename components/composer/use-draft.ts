import { useEffect, useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import type { Draft } from '../../lib/model';
import { readDraft, saveDraft } from '../../lib/outbox';
import { onChange } from '../../lib/store';
import { noteWords } from './noting';
import { usePlace } from './place';
import { Writer } from './writer';

/**
 * A draft as it is written on this page, stored as it is typed, in step with the other pages that show it; `stored` is
 * told when it is stored at last.
 */
export function useDraft(first: Draft, stored: (draft: string) => void): Writer {
	const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
	// Only what closes without a warning: two pages of the other kind would note over each other.
	const note = usePlace().app === '' ? undefined : noteWords;
	// biome-ignore lint/correctness/useExhaustiveDependencies: one writer per draft, whatever revision it came with
	const writer = useMemo(() => new Writer(first, saveDraft, () => redraw(), note), [first.id]);
	useEffect(
		() =>
			onChange(['drafts'], () => {
				readDraft(writer.draft.id).then(writer.heard, reportError);
			}),
		[writer],
	);
	const isStored = writer.draft.rev > 0;
	// Before it says so on screen: who reads "Saved" may load the page anew at once.
	// biome-ignore lint/correctness/useExhaustiveDependencies: told once, whoever listens then
	useLayoutEffect(() => {
		if (isStored) stored(writer.draft.id);
	}, [isStored, writer]);
	return writer;
}
