import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { type PickedFile, startImport } from '../../lib/archive';
import { useServices } from '../shared/services';
import { IDLE, type Job, nextJob } from './job';
import { useGuardedDrops } from './page-drop';

export type Import = {
	job: Job;
	start(files: readonly PickedFile[], names: readonly string[]): void;
	answer(choice: string): void;
	copyMedia(copy: boolean): void;
	cancel(): void;
	/** The person has seen how the import ended. */
	markSeen(): void;
	/** What is stored was removed: the report of it goes. */
	forgetReport(): void;
};

const ImportContext = createContext<Import | undefined>(undefined);

export function useImport(): Import {
	const current = useContext(ImportContext);
	if (!current) throw new Error('no ImportProvider above');
	return current;
}

type Running = ReturnType<typeof startImport>;

/** The import of this tab. It goes on while other pages of the tab are looked at. */
export function ImportProvider({ children }: { children: ComponentChildren }) {
	const { archiveWorkers } = useServices();
	const [job, dispatch] = useReducer(nextJob, IDLE);
	const running = useRef<Running | undefined>(undefined);
	const start = useCallback(
		(files: readonly PickedFile[], names: readonly string[]) => {
			if (running.current) return;
			dispatch({ type: 'chosen', names });
			running.current = startImport(archiveWorkers, files, (event) => {
				dispatch({ type: 'event', event, at: performance.now() });
				if (event.type === 'done' || event.type === 'cancelled' || event.type === 'failed') {
					running.current = undefined;
				}
			});
		},
		[archiveWorkers],
	);
	const orders = useMemo(
		() => ({
			answer(choice: string) {
				running.current?.answer(choice);
				dispatch({ type: 'answered' });
			},
			copyMedia(copy: boolean) {
				running.current?.copyMedia(copy);
				dispatch({ type: 'copy', copy });
			},
			cancel() {
				running.current?.cancel();
				dispatch({ type: 'cancelling' });
			},
			markSeen: () => dispatch({ type: 'seen' }),
			forgetReport: () => dispatch({ type: 'removed' }),
		}),
		[],
	);
	useGuardedDrops();
	useWarningOnLeave(job.state === 'running');
	const current = useMemo(() => ({ job, start, ...orders }), [job, start, orders]);
	return <ImportContext.Provider value={current}>{children}</ImportContext.Provider>;
}

/** Closing the tab ends the import: the browser asks first. */
function useWarningOnLeave(active: boolean): void {
	useEffect(() => {
		if (!active) return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener('beforeunload', warn);
		return () => window.removeEventListener('beforeunload', warn);
	}, [active]);
}
