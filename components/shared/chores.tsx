import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useMemo, useRef, useState } from 'preact/hooks';
import { type ChoreEvent, forgetExport, type Problem, type Spawn } from '../../lib/archive';
import { useServices } from './services';

export type ChoreName = 'remove' | 'export' | 'erase';

export type Chore = {
	/** Absent before the first one. */
	name?: ChoreName;
	state: 'idle' | 'running' | 'done' | 'failed';
	/** 0 to 1; absent until it is known. */
	share?: number;
	problem?: Problem;
	/** What was exported. */
	file?: File;
};

type Begin = (spawn: Spawn, listener: (event: ChoreEvent) => void) => { cancel(): void };

export type Chores = {
	chore: Chore;
	/** Does nothing while another one runs. */
	run(name: ChoreName, begin: Begin): void;
	cancel(): void;
	/** Deletes an exported file; does nothing when it is another's turn already. */
	forget(file: File): void;
};

const ChoresContext = createContext<Chores | undefined>(undefined);

export function useChores(): Chores {
	const chores = useContext(ChoresContext);
	if (!chores) throw new Error('no ChoresProvider above');
	return chores;
}

/**
 * Work over everything stored that a worker does, one at a time. It belongs to the tab, not to a page: leaving the
 * page must not end it half-way.
 */
export function ChoresProvider({ children }: { children: ComponentChildren }) {
	const { archiveWorkers } = useServices();
	const [chore, setChore] = useState<Chore>({ state: 'idle' });
	const running = useRef<{ cancel(): void } | undefined>(undefined);
	const run = useCallback(
		(name: ChoreName, begin: Begin) => {
			if (running.current) return;
			setChore({ name, state: 'running' });
			running.current = begin(archiveWorkers, (event) => {
				setChore((old) => nextChore(old, event));
				if (event.type !== 'progress') running.current = undefined;
			});
		},
		[archiveWorkers],
	);
	const cancel = useCallback(() => running.current?.cancel(), []);
	const latest = useRef(chore);
	latest.current = chore;
	const forget = useCallback((file: File) => {
		if (latest.current.file !== file) return;
		setChore({ state: 'idle' });
		forgetExport().catch(reportError);
	}, []);
	const chores = useMemo(() => ({ chore, run, cancel, forget }), [chore, run, cancel, forget]);
	return <ChoresContext.Provider value={chores}>{children}</ChoresContext.Provider>;
}

function nextChore(old: Chore, event: ChoreEvent): Chore {
	const named = old.name ? { name: old.name } : {};
	switch (event.type) {
		case 'progress':
			return { ...old, share: event.total > 0 ? event.done / event.total : 0 };
		case 'done':
			return { ...named, state: 'done', ...(event.file ? { file: event.file } : {}) };
		case 'cancelled':
			return { ...named, state: 'idle' };
		case 'failed':
			return { ...named, state: 'failed', problem: event.problem };
	}
}
