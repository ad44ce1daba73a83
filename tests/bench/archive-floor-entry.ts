import type { FloorOrder, FloorResult } from './archive-floor';

/** For `page.evaluate`: runs the floor over the chosen zip in a worker of its own. */
function runFloor(raw: boolean): Promise<FloorResult> {
	const file = document.querySelector<HTMLInputElement>('#file')?.files?.[0];
	if (!file) throw new Error('no file chosen');
	const worker = new Worker(new URL('./archive-floor.ts', import.meta.url), { type: 'module' });
	return new Promise((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<FloorResult>) => {
			worker.terminate();
			resolve(data);
		};
		worker.onerror = (event) => reject(new Error(event.message));
		worker.postMessage({ file, raw } satisfies FloorOrder);
	});
}

Object.assign(globalThis, { runFloor });
