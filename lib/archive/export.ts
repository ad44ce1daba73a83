import {
	decodeRecord,
	type Generation,
	generations,
	LISTS,
	readSegment,
	SEGMENT_POSTS,
} from '../store';
import { dropExport, emptyExportFolder } from './export-file';
import { chore } from './remove';
import { type ChoreTalk, calmly } from './talk';

const encoder = new TextEncoder();

/**
 * Writes everything stored as one JSON file: `{format, version, exportedAt, archives: [{account, imports,
 * relations, posts, likes}]}`, posts from old to new, each as lib/model describes it with `owner`, `gone` and
 * `replies`. Pictures are not in it. Written segment by segment to a file of the extension's own, so that memory
 * stays flat. An export that fails leaves no file.
 */
export async function runExport(talk: ChoreTalk): Promise<void> {
	await chore(talk, async () => {
		const folder = await emptyExportFolder();
		const day = new Date().toISOString().slice(0, 10);
		const handle = await folder.getFileHandle(`townsquare-${day}.json`, { create: true });
		const file = await handle.createSyncAccessHandle();
		let at = 0;
		const write = (text: string) => {
			const bytes = encoder.encode(text);
			for (let done = 0; done < bytes.length; ) {
				done += file.write(bytes.subarray(done), { at: at + done });
			}
			at += bytes.length;
		};
		try {
			await writeAll(write, talk);
			file.flush();
			file.close();
		} catch (error) {
			file.close();
			await dropExport();
			throw error;
		}
		return handle.getFile();
	});
}

async function writeAll(write: (text: string) => void, talk: ChoreTalk): Promise<void> {
	const all = await generations({ fresh: true });
	const total = all.reduce((sum, { lists }) => sum + lists.posts.count + lists.likes.count, 0);
	let done = 0;
	const tell = calmly((posts: number) => talk.emit({ type: 'progress', done: posts, total }));
	const onPosts = (count: number) => {
		done += count;
		tell(done);
	};
	const exportedAt = new Date().toISOString();
	write(`{"format":"townsquare","version":1,"exportedAt":"${exportedAt}","archives":[`);
	for (const [n, generation] of all.entries()) {
		write(n === 0 ? '\n' : ',\n');
		await writeArchive(generation, write, onPosts, talk.signal);
	}
	write('\n]}\n');
}

async function writeArchive(
	generation: Generation,
	write: (text: string) => void,
	onPosts: (count: number) => void,
	signal: AbortSignal,
): Promise<void> {
	const { account, imports, relations } = generation;
	const head = JSON.stringify({ account, imports, relations });
	write(head.slice(0, -1));
	for (const list of LISTS) {
		write(`,\n"${list}":[`);
		const { count } = generation.lists[list];
		for (let n = 0; n * SEGMENT_POSTS < count; n++) {
			signal.throwIfAborted();
			const segment = await readSegment(generation.id, list, n);
			if (!segment) throw new Error('a segment of the active generation is missing');
			const posts = Array.from(segment.ends, (_end, i) => {
				const { post, owner, gone, replies } = decodeRecord(segment, i, generation);
				const more = { owner, ...(gone ? { gone } : {}), ...(replies.length ? { replies } : {}) };
				return JSON.stringify({ ...post, ...more });
			});
			write(`${n === 0 ? '\n' : ',\n'}${posts.join(',\n')}`);
			onPosts(posts.length);
		}
		write('\n]');
	}
	write('}');
}
