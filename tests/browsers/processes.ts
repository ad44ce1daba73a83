import { readdirSync, readFileSync } from 'node:fs';

/** Process id → its parent, of everything that runs now. Empty where there is no /proc. */
function parents(): Map<number, number> {
	const found = new Map<number, number>();
	for (const name of list('/proc')) {
		const pid = Number(name);
		if (!Number.isInteger(pid)) continue;
		// The program's name stands in brackets and may itself hold brackets and spaces.
		const stat = read(`/proc/${pid}/stat`);
		const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
		if (stat) found.set(pid, parent);
	}
	return found;
}

/** The process and everything below it. */
export function family(pid: number): number[] {
	const parentOf = parents();
	const members = [pid];
	for (const member of members) {
		for (const [child, parent] of parentOf) if (parent === member) members.push(child);
	}
	return members;
}

/** The browser that runs on this profile: the process that was given it and is nobody's helper. */
export function browserProcess(profile: string): number | undefined {
	for (const pid of parents().keys()) {
		const args = read(`/proc/${pid}/cmdline`).split('\0');
		const helper = args.some((arg) => arg.startsWith('--type='));
		if (!helper && args.includes(`--user-data-dir=${profile}`)) return pid;
	}
	return undefined;
}

/** Ends the process and its children at once, as a crash or a power cut would. */
export function killFamily(pid: number): void {
	for (const member of family(pid)) {
		try {
			process.kill(member, 'SIGKILL');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
		}
	}
}

function list(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

/** A process may end between being listed and being read. */
export function read(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
