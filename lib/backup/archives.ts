import { packedArchive, packedPosts } from '../archive';
import { type Generation, LISTS, mediaRows, readMedium } from '../store';
import { lines, type Made } from './lines';

/** A stored archive, with every version of its posts; `media`: and its pictures and films. */
export async function* archive(
	generation: Generation,
	n: number,
	media: boolean,
	signal: AbortSignal,
): AsyncGenerator<Made> {
	const folder = `archive/${n}`;
	const head = new Blob([JSON.stringify(packedArchive(generation))]);
	yield { path: `${folder}/archive.json`, part: 'archive', body: head, pack: true };
	for (const list of LISTS) {
		const posts = packedPosts(generation, list, signal);
		yield* lines('archive', (at) => `${folder}/${list}-${at}.ndjson`, posts);
	}
	if (!media) return;
	const { key } = generation.account;
	const imports: Record<string, number> = {};
	for (const row of await mediaRows(key)) {
		signal.throwIfAborted();
		const body = await readMedium(key, row.name);
		if (!body) continue;
		imports[row.name] = row.imports;
		yield { path: `${folder}/media/${row.name}`, part: 'media', body, pack: false };
	}
	const which = new Blob([JSON.stringify(imports)]);
	yield { path: `${folder}/media.json`, part: 'archive', body: which, pack: true };
}
