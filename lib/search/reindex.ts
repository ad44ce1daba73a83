import {
	activate,
	type BlockInfo,
	type Directory,
	decodeRecord,
	type Generation,
	generations,
	LISTS,
	type ListName,
	newGenerationId,
	putPages,
	readSegment,
	SEGMENT_POSTS,
	sweepGenerations,
} from '../store';
import { createBlockBuilder } from './block/builder';
import { TOKENIZER } from './tokenizer';

/**
 * Makes the index of every archive anew that another tokenizer has cut: beside the old one, which is used until one
 * transaction swaps them. Only for the holder of the lock `import`.
 */
export async function reindexArchives(): Promise<void> {
	const outdated = (await generations({ fresh: true })).filter(
		({ tokenizer }) => tokenizer !== TOKENIZER,
	);
	for (const generation of outdated) {
		const index = await newGenerationId();
		const lists = { ...generation.lists };
		for (const list of LISTS) lists[list] = await reindexed(generation, list, index);
		await activate({ ...generation, lists, index, tokenizer: TOKENIZER });
	}
	if (outdated.length > 0) await sweepGenerations();
}

async function reindexed(
	generation: Generation,
	list: ListName,
	index: number,
): Promise<Directory> {
	const directory = generation.lists[list];
	const blocks: BlockInfo[] = [];
	let indexBytes = 0;
	let count = 0;
	let builder = createBlockBuilder(0);
	const flush = async () => {
		if (builder.count === 0) return;
		const { info, pages, bytes } = builder.finish();
		await putPages(index, list, blocks.length, pages);
		blocks.push(info);
		indexBytes += bytes;
		builder = createBlockBuilder(count);
	};
	for (let n = 0; n * SEGMENT_POSTS < directory.count; n++) {
		const segment = await readSegment(generation.id, list, n);
		if (!segment) throw new Error('a segment of the active generation is missing');
		for (let i = 0; i < segment.ends.length; i++) {
			builder.add(decodeRecord(segment, i, generation).post, generation.account);
			count++;
			if (builder.full) await flush();
		}
	}
	await flush();
	return { ...directory, blocks, indexBytes };
}
