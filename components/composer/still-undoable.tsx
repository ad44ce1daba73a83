import { useRef } from 'preact/hooks';
import { undoable } from '../../lib/outbox';
import { useLoad } from '../shared/use-load';
import { Went } from './parts';

type StillUndoableProps = {
	/** A draft whose way is shown already. */
	except: string | undefined;
	/** The draft is to be gone on with. */
	opened(draft: string): void;
};

/**
 * What was sent a moment ago, on whatever page, and can still be taken back. It stays when its time is over: nothing
 * moves under the hands of whoever reads or writes here.
 */
export function StillUndoable({ except, opened }: StillUndoableProps) {
	const { value = [] } = useLoad('undoable', undoable, ['deliveries']);
	const seen = useRef(new Set<string>());
	for (const draft of value) seen.current.add(draft);
	const shown = [...seen.current].filter((draft) => draft !== except);
	const open = (draft: string) => {
		seen.current.delete(draft);
		opened(draft);
	};
	return (
		<>
			{shown.map((draft) => (
				<Went key={draft} draft={draft} opened={open} named />
			))}
		</>
	);
}
