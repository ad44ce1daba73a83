import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ARTIFACTS } from '../../browsers/extension';

const INSTALLED = '/usr/bin/snac';
const KEPT = join(ARTIFACTS, 'snac');
/** Debian 12 has snac only in its backports; every Debian trusts what this key signed. */
const SOURCE =
	'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian bookworm-backports main\n';
const TO_DO = 'Install it (Debian: `apt-get install snac2`, from 12 its backports) and try again.';

/**
 * Path of snac's program: the one that is installed, else Debian's package unpacked into .artifacts, which changes
 * nothing on the system. Throws a sentence when neither can be had.
 */
export function snacProgram(): string {
	if (existsSync(INSTALLED)) return INSTALLED;
	const program = join(KEPT, INSTALLED);
	if (!existsSync(program)) fetchPackage();
	const { status, stderr } = spawnSync(program, [], { encoding: 'utf8' });
	// Without a command it prints its usage and ends with 1; the loader that misses a library ends with 127.
	if (status === 127) throw new Error(`snac does not start here: ${stderr.trim()} ${TO_DO}`);
	return program;
}

function fetchPackage(): void {
	mkdirSync(ARTIFACTS, { recursive: true });
	const work = mkdtempSync(join(ARTIFACTS, 'snac-'));
	for (const folder of ['lists/partial', 'cache/archives/partial', 'root']) {
		mkdirSync(join(work, folder), { recursive: true });
	}
	const list = join(work, 'sources.list');
	writeFileSync(list, SOURCE);
	const places = {
		'Dir::Etc::sourcelist': list,
		'Dir::Etc::sourceparts': '/dev/null',
		'Dir::State::lists': join(work, 'lists'),
		'Dir::Cache': join(work, 'cache'),
		// The download happens here as whoever runs this, not as a user of apt's own.
		'APT::Sandbox::User': '',
	};
	const options = Object.entries(places).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
	must('apt-get', [...options, '-qq', 'update'], work);
	must('apt-get', [...options, '-qq', 'download', 'snac2'], work);
	const archive = readdirSync(work).find((name) => name.endsWith('.deb')) ?? '';
	must('dpkg-deb', ['-x', archive, 'root'], work);
	// In one step, so that nobody ever finds half of it.
	renameSync(join(work, 'root'), KEPT);
	rmSync(work, { recursive: true });
}

function must(command: string, args: readonly string[], cwd: string): void {
	const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
	if (status === 0) return;
	const why = error?.message ?? stderr.trim();
	throw new Error(`snac is not installed and could not be fetched (${command}: ${why}). ${TO_DO}`);
}
