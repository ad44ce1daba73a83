import { sessions } from '../sessions';
import { archive } from './archives';
import { ownArchives, type Section } from './choice';
import { FORMAT, type ListedFile, type Manifest, type Missing, VERSION } from './format';
import { drafts, myAccounts, outbox, posts, rules, settings } from './gather';
import type { Made } from './lines';
import { people } from './people';
import { ZipWriter } from './zip';

export type Making = {
	sections: readonly Section[];
	/** Version of the program. */
	app: string;
	/** For whoever opens the file without us. */
	readme: string;
	at: Date;
	/** Of the file, without what it ends in; absent: with the day. */
	name?: string;
	signal: AbortSignal;
	/** Files that are in it, and their bytes. */
	onProgress(files: number, bytes: number): void;
};

export type MadeBackup = { file: File; manifest: Manifest };

/**
 * One file with what was chosen: nothing that signs in anywhere is ever in it. Servers that do not tell whom an account
 * follows are named in `missing`. Throws the signal's reason, and what the store throws.
 */
export async function makeBackup(making: Making): Promise<MadeBackup> {
	const { at, signal, onProgress } = making;
	const zip = new ZipWriter(at);
	const files: ListedFile[] = [];
	const missing: Missing[] = [];
	let total = 0;
	for await (const { path, part, rows, body, pack } of everything(making, missing)) {
		signal.throwIfAborted();
		const { bytes, sha256 } = await zip.add(path, body, pack);
		files.push({ path, part, ...(rows === undefined ? {} : { rows }), bytes, sha256 });
		total += bytes;
		onProgress(files.length, total);
	}
	const manifest: Manifest = {
		format: FORMAT,
		version: VERSION,
		app: making.app,
		madeAt: at.toISOString(),
		files,
		missing,
	};
	await zip.add('manifest.json', new Blob([JSON.stringify(manifest, undefined, '\t')]), true);
	const day = at.toISOString().slice(0, 10);
	return { file: zip.end(`${making.name ?? `townsquare-backup-${day}`}.zip`), manifest };
}

async function* everything(
	{ sections, readme, signal }: Making,
	missing: Missing[],
): AsyncGenerator<Made> {
	const has = (section: Section) => sections.includes(section);
	const mine = await sessions();
	yield { path: 'README.txt', part: 'readme', body: new Blob([readme]), pack: true };
	yield* myAccounts(mine);
	if (has('settings')) yield* settings();
	if (has('rules')) yield* rules();
	if (has('drafts')) yield* drafts();
	if (has('outbox')) yield* outbox();
	if (has('people')) yield* people(mine, (what) => missing.push(what), signal);
	if (has('posts') || has('timeline')) {
		const keys = new Set(mine.map(({ account }) => account));
		yield* posts({ mine: keys, all: has('timeline'), signal });
	}
	if (!has('archive')) return;
	const all = await ownArchives({ fresh: true });
	for (const [n, generation] of all.entries())
		yield* archive(generation, n + 1, has('media'), signal);
}
