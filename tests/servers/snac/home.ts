import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type SnacPerson = {
	/** What the login form wants, and the first half of `@ann@127.0.0.1:<port>`. */
	handle: string;
	password: string;
};

/** Makes the folder in which a snac keeps everything. It asks for its address at the keyboard. */
export function makeHome(program: string, home: string, port: number): void {
	const answers = ['127.0.0.1', port, `127.0.0.1:${port}`, '', ''];
	run(program, ['init', home], `${answers.join('\n')}\n`);
	const path = join(home, 'server.json');
	const settings: object = JSON.parse(readFileSync(path, 'utf8'));
	// It delivers to itself: with its four threads, all may wait for one that answers.
	writeFileSync(path, JSON.stringify({ ...settings, protocol: 'http', num_threads: 16 }));
}

/** snac makes up the password. */
export function addPerson(program: string, home: string, handle: string): SnacPerson {
	const said = run(program, ['adduser', home, handle], '');
	const password = /^User password is (\S+)$/m.exec(said)?.[1];
	if (password === undefined) throw new Error(`snac gave no password for ${handle}:\n${said}`);
	return { handle, password };
}

function run(program: string, args: readonly string[], input: string): string {
	const { status, stdout, stderr, error } = spawnSync(program, args, { input, encoding: 'utf8' });
	const said = `${stdout}${stderr}`;
	if (status !== 0) throw new Error(`snac ${args[0]} failed: ${error?.message ?? said}`);
	return said;
}
