import { EVERYTHING, generations, readDirty, readLiveIndex } from '../store';
import { TOKENIZER } from './tokenizer';

/** As many posts are looked at one by one in a search; more are packed first. */
const MOST_DIRTY = 256;
/** Postings of what is gone stay no longer, as long as the app is open now and then. */
export const LONGEST_DEAD_MS = 24 * 60 * 60_000;

/** Whether the index lags behind what is stored, by more than a search makes up for by itself. Costs two short reads. */
export async function isUntidy(): Promise<boolean> {
	const dirty = await readDirty(MOST_DIRTY + 1);
	if (dirty.some(({ purged }) => purged) || (await isFarBehind())) return true;
	const { blocks } = await readLiveIndex();
	const late = Date.now() - LONGEST_DEAD_MS;
	return (
		blocks.some((one) => isOutdated(one) || (one.deadSince ?? Number.POSITIVE_INFINITY) <= late) ||
		(await generations()).some(isOutdated)
	);
}

/** Whether there is too much to look at one by one. */
export async function isFarBehind(): Promise<boolean> {
	const dirty = await readDirty(MOST_DIRTY + 1);
	return dirty.length > MOST_DIRTY || dirty.some(({ key }) => key === EVERYTHING);
}

/** Whether an index was made by another tokenizer than this one. */
export function isOutdated({ tokenizer }: { tokenizer: number }): boolean {
	return tokenizer !== TOKENIZER;
}
