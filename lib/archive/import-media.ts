import { type ImportReport, noteMedia } from '../store';
import type { Job } from './job';
import { copyMedia, mediaFiles } from './media';
import { ArchiveProblem, POSTS_ARE_SAFE } from './problems';
import { calmly, problemOf } from './talk';

/**
 * The second half of an import, when everything can be read and searched already: copies pictures and videos, or
 * notes that the person left them out. How many were copied is noted however it ends.
 */
export async function copyAllMedia(
	{ layout, owner, identity, talk }: Job,
	report: ImportReport,
): Promise<ImportReport['media']> {
	const all = [...layout.media, ...layout.profileMedia];
	const files = mediaFiles(all);
	if (files.length === 0) return report.media;
	const { key } = owner.account;
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	const unshown = all.length - files.length;
	const media = { files: files.length, bytes, copied: 0, failed: 0, unshown };
	if (!talk.wantsMedia()) {
		// What an earlier run of the same import copied is still there.
		const kept = report.media.copied > 0 ? report.media : { ...media, left: true as const };
		await noteMedia(key, identity.id, kept);
		return kept;
	}
	try {
		await copyMedia({
			account: key,
			bit: identity.bit,
			files,
			media,
			signal: talk.signal,
			onProgress: calmly((done, items) => {
				const progress = { phase: 'media' as const, done, total: media.bytes, items };
				talk.emit({ type: 'progress', progress });
			}),
		});
	} catch (error) {
		talk.signal.throwIfAborted();
		throw new ArchiveProblem({ ...problemOf(error), safe: POSTS_ARE_SAFE }, { cause: error });
	} finally {
		await noteMedia(key, identity.id, media);
	}
	return media;
}
