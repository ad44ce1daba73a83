// A whole repository as a CAR file: what is read when a server lists no records. Brings a library along, so pages load
// it when they need it, and the background never.
import type { Session } from '../../../model';
import { ask } from '../../http';
import type { Io } from '../../io';
import { NetworkProblem } from '../../problem';
import { POST } from '../decode/uri';
import { readRecords } from './records';

/** Posts of one page: all of the file has come, so there are more than elsewhere. */
const MOST = 1000;
const MOST_BYTES = 128 * 1024 * 1024;
const PATIENCE_MS = 120_000;

export type RepoPart = {
	/** As com.atproto.repo.listRecords names them, newest key first. */
	records: readonly { uri: string; cid: string; value: unknown }[];
	/** Where to go on. */
	older?: string;
};

/**
 * Posts of my own repository (com.atproto.sync.getRepo) below the record key `before`. Every block that is read is
 * checked against its hash. Throws `broken` for a file that is cut off, tampered with or somebody else's.
 */
export async function readRepo(
	{ account, origin, host }: Session,
	before: string | undefined,
	io: Io,
): Promise<RepoPart> {
	const { raw } = await ask(io, {
		origin,
		path: '/xrpc/com.atproto.sync.getRepo',
		query: { did: account },
		accept: 'bytes',
		maxBytes: MOST_BYTES,
		timeoutMs: PATIENCE_MS,
	});
	try {
		const { records, more } = await readRecords(raw ?? new Uint8Array(), {
			did: account,
			collection: POST,
			before,
			most: MOST,
		});
		const last = records.at(-1);
		return {
			records: records.map(({ rkey, ...one }) => ({
				uri: `at://${account}/${POST}/${rkey}`,
				...one,
			})),
			...(more && last ? { older: last.rkey } : {}),
		};
	} catch (cause) {
		// Whatever the library stumbles over: the file is none.
		throw new NetworkProblem('broken', host, { cause });
	}
}
