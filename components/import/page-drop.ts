import { useEffect, useRef } from 'preact/hooks';

/**
 * Files dropped anywhere on the page: never opened by the browser, which would leave the tab (and end an import).
 * File inputs take what is dropped on them themselves.
 */
export function useGuardedDrops(): void {
	useEffect(() => {
		const guard = (event: DragEvent) => {
			if (holdsFiles(event)) event.preventDefault();
		};
		window.addEventListener('dragover', guard);
		window.addEventListener('drop', guard);
		return () => {
			window.removeEventListener('dragover', guard);
			window.removeEventListener('drop', guard);
		};
	}, []);
}

/** While the caller is shown, files dropped anywhere on the page are its. */
export function useDrop(take: (transfer: DataTransfer) => void): void {
	const latest = useRef(take);
	latest.current = take;
	useEffect(() => {
		const drop = (event: DragEvent) => {
			if (holdsFiles(event) && event.dataTransfer) latest.current(event.dataTransfer);
		};
		window.addEventListener('drop', drop);
		return () => window.removeEventListener('drop', drop);
	}, []);
}

function holdsFiles({ dataTransfer, target }: DragEvent): boolean {
	const input = target instanceof HTMLInputElement && target.type === 'file';
	return !input && (dataTransfer?.types.includes('Files') ?? false);
}
