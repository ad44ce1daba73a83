import type { Account, Instant } from '../model';
import type { Generation, ImportRecord } from '../store';
import type { Layout } from './layout';
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
 * Names an import by its account and the day its archive was made. Without a date (someone kept tweets.js only)
 * by the names and sizes of its files.
 * @throws ArchiveProblem `too-many-imports`
 */
export function identify(
	account: Account,
	archiveDate: Instant | undefined,
	layout: Layout,
	stored: Generation | undefined,
): ImportIdentity {
	const mark =
		archiveDate === undefined
			? `files:${fingerprint(layout)}`
			: new Date(archiveDate).toISOString();
	const id = `${account.key}@${mark}`;
	const imports = stored?.imports ?? [];
	const before = imports.find((one) => one.id === id);
	if (before) return { id, bit: before.bit, before };
	const used = new Set(imports.map(({ bit }) => bit));
	for (let bit = 0; bit < BITS; bit++) if (!used.has(bit)) return { id, bit };
	throw archiveProblem('too-many-imports');
}

/** FNV-1a over names and sizes: enough to tell one person's archives apart. */
function fingerprint(layout: Layout): string {
	let hash = 0x811c9dc5;
	for (const { path, size } of [...layout.tweets, ...layout.likes]) {
		const name = path.slice(path.lastIndexOf('/') + 1);
		for (const unit of `${name}:${size};`) {
			hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
		}
	}
	return (hash >>> 0).toString(16);
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
