import type { Account, Instant, Post } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { PictureHostRow, PreviewRow } from './live-schema';

/** The stores of kept pictures inside a transaction of anybody's. */
export type PictureStores = {
	previews: { delete(url: string): Promise<void> };
	previewBytes: { delete(url: string): Promise<void> };
};

/** Both out of one transaction. */
export function picturesIn(tx: {
	objectStore(name: 'previews' | 'previewBytes'): { delete(url: string): Promise<void> };
}): PictureStores {
	return {
		previews: tx.objectStore('previews'),
		previewBytes: tx.objectStore('previewBytes'),
	};
}

/** Addresses of the pictures that are shown with a post. */
export function picturesOfPost({ media = [], card }: Post): string[] {
	const shown = media.flatMap(({ preview, remote }) => [preview ?? [], remote ?? []].flat());
	return card?.image ? [...shown, card.image] : shown;
}

/** Addresses of the pictures that are shown of a person. */
export function picturesOfAccount({ avatar, header }: Account): string[] {
	return [avatar ?? [], header ?? []].flat();
}

/** Deletes kept pictures in the transaction that deletes what they belong to. */
export async function dropPictures(
	{ previews, previewBytes }: PictureStores,
	urls: Iterable<string>,
): Promise<void> {
	for (const url of urls) {
		await previews.delete(url);
		await previewBytes.delete(url);
	}
}

export async function hasPreview(url: string): Promise<boolean> {
	return (await (await database()).getKey('previews', url)) !== undefined;
}

/** A kept picture; absent when it is not kept. */
export async function readPreview(url: string): Promise<Blob | undefined> {
	const tx = (await database()).transaction(['previews', 'previewBytes']);
	const [row, bytes] = await Promise.all([
		tx.objectStore('previews').get(url),
		tx.objectStore('previewBytes').get(url),
	]);
	return row && bytes && new Blob([bytes], { type: row.type });
}

/**
 * Keeps a small picture. Beyond `most` bytes in all, those kept longest ago go, until a tenth of the room is free.
 */
export async function keepPreview(
	row: PreviewRow,
	bytes: Uint8Array<ArrayBuffer>,
	most: number,
): Promise<void> {
	await atOnce(['previews', 'previewBytes'], async (tx) => {
		await tx.objectStore('previews').put(row);
		await tx.objectStore('previewBytes').put(bytes, row.url);
	});
	await fitPreviews(most);
}

/** Deletes the kept pictures that do not fit into `most` bytes any more. */
export async function fitPreviews(most: number): Promise<void> {
	await atOnce(['previews', 'previewBytes'], async (tx) => {
		const rows = await tx.objectStore('previews').getAll();
		let total = rows.reduce((sum, { size }) => sum + size, 0);
		if (total <= most) return;
		for (const { url, size } of rows.sort((a, b) => a.at - b.at)) {
			if (total <= most * 0.9) return;
			await dropPictures(picturesIn(tx), [url]);
			total -= size;
		}
	});
	announce('media');
}

/** How many pictures are kept, and their bytes. */
export async function previewTotals(): Promise<{ count: number; bytes: number }> {
	const rows = await (await database()).getAll('previews');
	return { count: rows.length, bytes: rows.reduce((sum, { size }) => sum + size, 0) };
}

/** Says whether a host lets its pictures be read. */
export async function notePictureHost(row: PictureHostRow): Promise<void> {
	await atOnce(['pictureHosts'], (tx) => tx.objectStore('pictureHosts').put(row));
	announce('media');
}

/** Whether a host lets its pictures be read, as last seen; absent when nobody tried since `since`. */
export async function pictureHost(
	host: string,
	since: Instant,
): Promise<PictureHostRow | undefined> {
	const row = await (await database()).get('pictureHosts', host);
	return row && row.at >= since ? row : undefined;
}

/** Hosts whose pictures cannot be kept, because they do not let them be read. */
export async function closedPictureHosts(): Promise<string[]> {
	const rows = await (await database()).getAll('pictureHosts');
	return rows.filter(({ allows }) => !allows).map(({ host }) => host);
}
