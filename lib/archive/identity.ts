import type { Account, Instant } from '../model';
import type { Generation, ImportRecord } from '../store';
import { beginning, type Layout } from './layout';
import { archiveProblem } from './problems';

/** Bits of a stored version's bitset: all that fit a signed 32-bit integer and stay positive. */
const BITS = 31;

/** Which import this is: the same archive is the same import, whether as zip, as folder or in parts. */
export type ImportIdentity = {
	id: string;
	bit: number;
	/** The stored import of the same archive. */
	before?: ImportRecord;
};

/**
 * Names an import by its account and its mark.
 * @throws ArchiveProblem `too-many-imports`
 */
export function identify(
	account: Account,
	mark: string,
	stored: Generation | undefined,
): ImportIdentity {
	const id = `${account.key}@${mark}`;
	const imports = stored?.imports ?? [];
	const before = imports.find((one) => one.id === id);
	if (before) return { id, bit: before.bit, before };
	const used = new Set(imports.map(({ bit }) => bit));
	for (let bit = 0; bit < BITS; bit++) if (!used.has(bit)) return { id, bit };
	throw archiveProblem('too-many-imports');
}

/**
 * What tells archives of one account apart: the day they were made. Without a date (someone kept tweets.js only)
 * `files:` and a number made of the names and sizes of the files of posts and likes, and of their beginnings.
 */
export async function markOf(
	archiveDate: Instant | undefined,
	layout: Layout,
	signal: AbortSignal,
): Promise<string> {
	if (archiveDate !== undefined) return new Date(archiveDate).toISOString();
	const hash = new Fnv();
	for (const file of [...layout.tweets, ...layout.likes]) {
		const name = file.path.slice(file.path.lastIndexOf('/') + 1);
		hash.add(new TextEncoder().encode(`${name}:${file.size};`));
		hash.add(await beginning(file, signal));
	}
	return `files:${hash.value}`;
}

/** FNV-1a: enough to tell archives apart. */
class Fnv {
	private hash = 0x811c9dc5;

	add(bytes: Uint8Array): void {
		for (const byte of bytes) this.hash = Math.imul(this.hash ^ byte, 0x01000193);
	}

	get value(): string {
		return (this.hash >>> 0).toString(16);
	}
}

/** The stored archive of the same person; without an id on either side the handle decides. */
export function sameAccount(
	stored: readonly Generation[],
	account: Account,
): Generation | undefined {
	const byKey = stored.find((one) => one.account.key === account.key);
	if (byKey || account.handle === '') return byKey;
	const guessed = (key: string) => key.startsWith('tw:@');
	return stored.find(
		(one) =>
			(guessed(one.account.key) || guessed(account.key)) &&
			one.account.handle.toLowerCase() === account.handle.toLowerCase(),
	);
}
