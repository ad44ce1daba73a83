import { isOverLimit, retainPosts, type Spawn } from '../../lib/archive';
import { onChange } from '../../lib/store';

/** Reading comes first; what is packed an hour later is none the worse for it. */
const WAIT_MS = 30_000;
const AGAIN_MS = 60 * 60_000;

/** Packs old live posts when the tab has been open for a while, every hour, and soon after the limit was changed. */
export function keepRetained(spawn: Spawn): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: { cancel(): void } | undefined;
	const look = async () => {
		later(AGAIN_MS);
		if (running || !(await isOverLimit())) return;
		running = retainPosts(spawn, (event) => {
			if (event.type !== 'progress') running = undefined;
			// Nothing is lost: the next run goes on. It is reported where faults of ours are.
			if (event.type === 'failed') reportError(new Error(`packing: ${event.problem.code}`));
		});
	};
	const later = (ms: number) => {
		clearTimeout(timer);
		timer = setTimeout(() => look().catch(reportError), ms);
	};
	const stop = onChange(['settings'], () => later(WAIT_MS / 10));
	later(WAIT_MS);
	return () => {
		clearTimeout(timer);
		stop();
		running?.cancel();
	};
}
