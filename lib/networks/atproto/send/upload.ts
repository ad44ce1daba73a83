import type { Attached, Session } from '../../../model';
import type { Io } from '../../io';
import { count, record, text } from '../../json';
import { NetworkProblem } from '../../problem';
import type { Prepared } from '../../sender';
import { cidOf } from '../decode/uri';
import { MOST_PICTURE, MOST_VIDEO } from '../limits';
import { xrpc } from '../xrpc';
import { type BlobRef, frozenOf } from './frozen';

/** Servers throw away files that no record took: the same bytes once more are the same file. */
const KEPT_MS = 30 * 60_000;

/** Brings the next file there (com.atproto.repo.uploadBlob). A second time it is the same: its name is its hash. */
export async function upload(
	session: Session,
	prepared: Prepared,
	bytes: (file: string) => Promise<Blob>,
	io: Io,
): Promise<Prepared> {
	const { work } = prepared;
	const media = (work.kind === 'create' && work.content.media) || [];
	const fresh = prepared.uploaded.filter(({ at }) => io.now() - at < KEPT_MS);
	const missing = media.find(({ file }) => !fresh.some((one) => one.file === file));
	if (!missing) return prepared;
	const { file } = missing;
	const blob = await send(session, missing, await bytes(file), io);
	const frozen = frozenOf(prepared);
	const there = { file, id: blob.ref.$link, state: 'ready', at: io.now() } as const;
	return {
		...prepared,
		uploaded: [...fresh, there],
		frozen: { ...frozen, blobs: { ...frozen.blobs, [file]: blob } },
	};
}

async function send(session: Session, { type }: Attached, bytes: Blob, io: Io): Promise<BlobRef> {
	const { host } = session;
	const most = type.startsWith('image/') ? MOST_PICTURE : MOST_VIDEO;
	if (bytes.size > most) {
		const sentence = { key: 'sendFileTooLarge', parameters: { host, most: most / 1_000_000 } };
		throw new NetworkProblem('refused', host, { sentence });
	}
	const answer = await xrpc(session, io).send('com.atproto.repo.uploadBlob', bytes, type);
	const blob = record(record(answer)?.['blob']);
	const cid = cidOf(record(blob?.['ref'])?.['$link']);
	const size = count(blob?.['size']);
	if (cid === undefined || size === undefined) throw new NetworkProblem('broken', host);
	// What the server makes of the type is what it will compare the record with.
	return { $type: 'blob', ref: { $link: cid }, mimeType: text(blob?.['mimeType']) || type, size };
}
