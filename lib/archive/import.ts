import { TOKENIZER } from '../search';
import {
	activate,
	type Generation,
	generations,
	type ImportRecord,
	type ImportReport,
	sweepGenerations,
	sweepPacks,
} from '../store';
import type { Counted } from './arrange/counts';
import { Rewrite } from './arrange/rewrite';
import { sweepSpills } from './arrange/spill';
import type { Found, PickedFile } from './events';
import { type ImportIdentity, identify, markOf } from './identity';
import { copyAllMedia } from './import-media';
import type { Job } from './job';
import { isPage, type Layout, layoutOf, missingFiles } from './layout';
import { mediaFiles } from './media';
import { ownerOf } from './owner';
import { type ArchiveProblem, archiveProblem } from './problems';
import { type ReadResult, readArchive } from './reading';
import { openSource, type Source, sweepTemporary } from './source/source';
import { alone, calmly, problemOf, type Talk } from './talk';
import { Declined, whose } from './whose';

/**
 * Imports what a person picked, from listing the files to copying the media, and tells the page about it. Never
 * throws: every end is an event. Nothing is visible to readers before `readable`; whatever ends it earlier leaves
 * everything as it was.
 */
export async function runImport(files: readonly PickedFile[], given: Talk): Promise<void> {
	let began = performance.now();
	let readable = false;
	// The time that a person takes for an answer is no work.
	const ask: Talk['ask'] = async (question) => {
		const asked = performance.now();
		try {
			return await given.ask(question);
		} finally {
			began += performance.now() - asked;
		}
	};
	const talk = { ...given, ask };
	try {
		await alone(async () => {
			await sweepLeftovers();
			const source = await openSource(files, {
				signal: talk.signal,
				chooseRoot: (roots) => talk.ask({ kind: 'which-archive', roots }),
			});
			try {
				const job = await prepare(source, talk);
				const { report, unchanged } = await importText(job);
				readable = true;
				const elapsed = () => Math.round(performance.now() - began);
				talk.emit({ type: 'readable', report, elapsed: elapsed(), unchanged });
				const media = await copyAllMedia(job, report);
				const same = unchanged && media.copied === report.media.copied;
				const end = { report: { ...report, media }, elapsed: elapsed(), unchanged: same };
				talk.emit({ type: 'done', ...end });
			} finally {
				await source.close();
			}
		});
	} catch (error) {
		if (talk.signal.aborted || error instanceof Declined)
			talk.emit({ type: 'cancelled', readable });
		else talk.emit({ type: 'failed', problem: problemOf(error), readable });
	}
}

/** What a closed tab or a killed browser left behind. */
async function sweepLeftovers(): Promise<void> {
	await sweepGenerations();
	await Promise.all([sweepPacks(), sweepSpills(), sweepTemporary()]);
}

async function prepare(source: Source, talk: Talk): Promise<Job> {
	const layout = await layoutOf(source, talk.signal);
	const owner = await ownerOf(layout, talk.signal);
	const all = await generations({ fresh: true });
	const mark = await markOf(owner.archiveDate, layout, talk.signal);
	const { account, stored } = await whose(owner.account, mark, all, talk.ask);
	const identity = identify(account, mark, stored);
	const job: Job = {
		source,
		layout,
		owner: { ...owner, account },
		identity,
		talk,
		...(stored ? { stored } : {}),
	};
	talk.emit({ type: 'found', found: await foundIn(job) });
	return job;
}

async function foundIn({ source, layout, owner, identity }: Job): Promise<Found> {
	const media = mediaFiles([...layout.media, ...layout.profileMedia]);
	const { quota, usage } = await navigator.storage.estimate();
	return {
		account: owner.account,
		...(owner.archiveDate === undefined ? {} : { archiveDate: owner.archiveDate }),
		textBytes: textBytes(layout),
		mediaFiles: media.length,
		mediaBytes: media.reduce((sum, { size }) => sum + size, 0),
		...(quota === undefined ? {} : { freeBytes: quota - (usage ?? 0) }),
		...(identity.before ? { importedBefore: identity.before.importedAt } : {}),
		parts: source.parts,
	};
}

function textBytes(layout: Layout): number {
	const { tweets, communities, notes, likes, relations } = layout;
	const files = [tweets, communities, notes, likes, ...Object.values(relations)].flat();
	return files.reduce((sum, { size }) => sum + size, 0);
}

async function importText(job: Job): Promise<{ report: ImportReport; unchanged: boolean }> {
	const { talk, stored, identity } = job;
	const rewrite = await Rewrite.begin(talk.helpers);
	try {
		if (stored) await rewrite.takeAll(stored, talk.signal);
		const before = rewrite.posts.count + rewrite.likes.count;
		const read = await readAll(job, rewrite);
		if (rewrite.posts.count + rewrite.likes.count === before) throw await nothingIn(job, read);
		const archiveDate = job.owner.archiveDate ?? newest(rewrite);
		const changes = rewrite.join(datesOf(stored, identity, archiveDate), talk.signal);
		if (!changes.changed && identity.before && stored?.tokenizer === TOKENIZER) {
			const report = { ...identity.before.report, added: 0, updated: 0 };
			return { report, unchanged: true };
		}
		const total = rewrite.posts.count + rewrite.likes.count;
		const { counted, ...written } = await rewrite.write({
			account: job.owner.account,
			signal: talk.signal,
			count: { bit: identity.bit, newest: isNewest(stored, identity, archiveDate) },
			onProgress: calmly((done) =>
				talk.emit({ type: 'progress', progress: { phase: 'arrange', done, total, items: done } }),
			),
		});
		talk.signal.throwIfAborted();
		if (!counted) throw new Error('nothing was counted');
		const report = reportOf(job, read, counted, changes);
		const record: ImportRecord = {
			id: identity.id,
			bit: identity.bit,
			archiveDate,
			importedAt: Date.now(),
			report,
		};
		await activate({ ...generationOf(job, record, read), ...written, tokenizer: TOKENIZER });
		return { report, unchanged: false };
	} finally {
		await rewrite.end();
		await sweepGenerations();
	}
}

/** Why no post came out of files that are there. */
async function nothingIn({ layout, talk }: Job, { skipped }: ReadResult): Promise<ArchiveProblem> {
	const file = layout.tweets[0];
	if (!file || skipped === 0) return archiveProblem('no-posts');
	const page = await isPage(file, talk.signal);
	return archiveProblem(page ? 'web-page' : 'no-rows', { file: file.path });
}

async function readAll(job: Job, rewrite: Rewrite): Promise<ReadResult> {
	const { layout, owner, identity, talk } = job;
	const total = textBytes(layout);
	let done = 0;
	const tell = calmly((items: number) =>
		talk.emit({ type: 'progress', progress: { phase: 'read', done, total, items } }),
	);
	return readArchive({
		layout,
		owner: owner.account,
		bits: 1 << identity.bit,
		posts: rewrite.posts,
		likes: rewrite.likes,
		edits: rewrite.edits,
		replies: rewrite.replies,
		helpers: rewrite.helpers,
		signal: talk.signal,
		onProgress(bytes, count) {
			done += bytes;
			tell(count);
		},
		onPreview: (posts) => talk.emit({ type: 'preview', account: owner.account, posts }),
	});
}

function newest(rewrite: Rewrite): number {
	const moments = rewrite.posts.sortAt.subarray(0, rewrite.posts.count);
	return moments.reduce((most, one) => Math.max(most, one), 0);
}

function datesOf(
	stored: Generation | undefined,
	{ bit }: ImportIdentity,
	archiveDate: number,
): Map<number, number> {
	const dates = new Map(stored?.imports.map((one) => [one.bit, one.archiveDate]));
	return dates.set(bit, archiveDate);
}

function isNewest(
	stored: Generation | undefined,
	{ id }: ImportIdentity,
	archiveDate: number,
): boolean {
	return !stored?.imports.some((one) => one.id !== id && one.archiveDate > archiveDate);
}

function reportOf(
	job: Job,
	read: ReadResult,
	counted: Counted,
	changes: { added: number; updated: number },
): ImportReport {
	const { relations } = read;
	const all = [...job.layout.media, ...job.layout.profileMedia];
	const media = mediaFiles(all);
	const unshown = all.length - media.length;
	const bytes = media.reduce((sum, { size }) => sum + size, 0);
	return {
		account: job.owner.account,
		...counted,
		counts: { ...counted.counts, skipped: read.skipped },
		added: changes.added,
		updated: changes.updated,
		missingFiles: missingFiles(job.layout),
		wrongCounts: read.wrongCounts,
		skipped: read.faults,
		relations: {
			following: relations.following.length,
			followers: relations.followers.length,
			blocks: relations.blocks.length,
			mutes: relations.mutes.length,
		},
		unsafeNames: job.source.unsafeNames,
		media: { files: media.length, bytes, copied: 0, failed: 0, unshown },
	};
}

function generationOf(job: Job, record: ImportRecord, read: ReadResult) {
	const { stored, owner } = job;
	const others = stored?.imports.filter(({ id }) => id !== record.id) ?? [];
	const current = others.every((one) => one.archiveDate <= record.archiveDate);
	const avatar = (current && owner.avatar) || stored?.avatar || owner.avatar;
	const header = (current && owner.header) || stored?.header || owner.header;
	return {
		account: current || !stored ? owner.account : stored.account,
		imports: [...others, record],
		...(avatar ? { avatar } : {}),
		...(header ? { header } : {}),
		relations: { ...stored?.relations, [record.id]: read.relations },
	};
}
