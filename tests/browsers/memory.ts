import { family, read } from './processes';

export type MemorySampler = {
	/** Takes the first sample and goes on at 10 Hz. */
	start(): void;
	/** Megabytes (10⁶ bytes) at the start and at the highest sample. */
	stop(): { startMB: number; peakMB: number; samples: number };
};

/**
 * Memory of a browser: PSS (each shared page divided among its users) summed over the process and all its
 * descendants. Linux only. https://docs.kernel.org/filesystems/proc.html
 */
export function memorySampler(pid: number): MemorySampler {
	let timer: NodeJS.Timeout | undefined;
	const samples: number[] = [];
	let members: number[] = [];
	const sample = () => {
		// Looking through all of /proc costs more than the sum itself, and processes seldom come and go.
		if (samples.length % 10 === 0) members = family(pid);
		samples.push(totalPss(members));
	};
	return {
		start() {
			samples.length = 0;
			sample();
			timer = setInterval(sample, 100);
		},
		stop() {
			clearInterval(timer);
			sample();
			const [first = 0] = samples;
			return { startMB: first / 1e6, peakMB: Math.max(...samples) / 1e6, samples: samples.length };
		},
	};
}

function totalPss(members: readonly number[]): number {
	let kilobytes = 0;
	for (const member of members) {
		kilobytes += Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${member}/smaps_rollup`))?.[1] ?? 0);
	}
	return kilobytes * 1024;
}
