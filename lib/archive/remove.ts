import type { AccountUri } from '../model';
import { TOKENIZER } from '../search';
import {
	activate,
	copyLiveMedia,
	dropMediaImport,
	eraseEverything,
	type Generation,
	generations,
	type ImportRecord,
	removeGeneration,
	sweepGenerations,
} from '../store';
import { Rewrite } from './arrange/rewrite';
import { withoutImport } from './arrange/versions';
import { dropExport } from './export-file';
import { alone, type ChoreTalk, calmly, problemOf } from './talk';

/**
 * Removes one import wholly: what only it brought disappears, what other imports brought too stays exactly as
 * they brought it. Posts first, in one swap, then the media.
 */
export async function runRemoval(
	account: AccountUri,
	importId: string,
	talk: ChoreTalk,
): Promise<void> {
	await chore(talk, async () => {
		const generation = (await generations({ fresh: true })).find((g) => g.account.key === account);
		const gone = generation?.imports.find(({ id }) => id === importId);
		if (!generation || !gone) return;
		const imports = generation.imports.filter(({ id }) => id !== importId);
		if (imports.length === 0) await removeGeneration(account);
		else await rewriteWithout(generation, gone, imports, talk);
		await dropMediaImport(account, gone.bit);
		await copyLiveMedia();
		await Promise.all([sweepGenerations(), dropExport()]);
	});
}

/** Deletes all that is stored. */
export async function runErasure(talk: ChoreTalk): Promise<void> {
	await chore(talk, eraseEverything);
}

/** Runs a piece of work alone and tells how it ended. Never throws. */
export async function chore(talk: ChoreTalk, work: () => Promise<unknown>): Promise<void> {
	try {
		const file = await alone(work);
		talk.emit(file instanceof File ? { type: 'done', file } : { type: 'done' });
	} catch (error) {
		if (talk.signal.aborted) talk.emit({ type: 'cancelled' });
		else talk.emit({ type: 'failed', problem: problemOf(error) });
	}
}

async function rewriteWithout(
	generation: Generation,
	gone: ImportRecord,
	imports: readonly ImportRecord[],
	talk: ChoreTalk,
): Promise<void> {
	const rewrite = await Rewrite.begin(talk.helpers);
	try {
		await rewrite.takeChanged(generation, (stored) => withoutImport(stored, gone.bit), talk.signal);
		rewrite.join(new Map(imports.map((one) => [one.bit, one.archiveDate])), talk.signal);
		const written = await rewrite.write({
			account: generation.account,
			signal: talk.signal,
			onProgress: calmly((done, total) => talk.emit({ type: 'progress', done, total })),
		});
		talk.signal.throwIfAborted();
		const relations = { ...generation.relations };
		delete relations[gone.id];
		const { index: _old, ...rest } = generation;
		await activate({ ...rest, ...written, tokenizer: TOKENIZER, imports, relations });
	} finally {
		await rewrite.end();
	}
}
