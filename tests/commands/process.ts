import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ROOT } from '../browsers/extension';

export type Ended = {
	/** Exit code; -1 when it was ended from outside or could not be started. */
	code: number;
	/** Standard output and error as they came. */
	output: string;
	seconds: number;
};

/** Path of a program that a package of this project installed. */
export function program(name: string): string {
	return resolve(ROOT, 'node_modules/.bin', name);
}

const running = new Set<number>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		for (const pid of running) endGroup(pid);
		process.exit(130);
	});
}

/**
 * Runs a program in a process group of its own, so that everything it started ends with it, and ends the
 * group after `limitMs`. `onText` sees the output while it comes.
 */
export async function runProcess(
	command: string,
	args: readonly string[],
	cwd: string,
	limitMs: number,
	onText?: (text: string) => void,
	env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
	const start = performance.now();
	// Vite, which loads these commands, sets NODE_ENV for itself; a build that inherits it is a development build.
	const { NODE_ENV: _, ...inherited } = process.env;
	const child = spawn(command, args, {
		cwd,
		detached: true,
		env: { ...inherited, NO_COLOR: '1', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			onText?.(text);
		});
	}
	const { pid } = child;
	if (pid !== undefined) running.add(pid);
	const limit = setTimeout(() => {
		output += `\nEnded after ${limitMs / 1000} s without a result.\n`;
		if (pid !== undefined) endGroup(pid);
	}, limitMs);
	const code = await new Promise<number>((resolved) => {
		child.on('close', (status) => resolved(status ?? -1));
		child.on('error', (error) => {
			output += String(error);
			resolved(-1);
		});
	});
	clearTimeout(limit);
	if (pid !== undefined) running.delete(pid);
	return { code, output, seconds: (performance.now() - start) / 1000 };
}

function endGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
