import { fromUint8Array } from '@atcute/car';
import { type CidLink, decode, fromBytes, fromCidLink, isBytes, isCidLink } from '@atcute/cbor';
import { type Cid, toString as cidText } from '@atcute/cid';
import { type Json, record } from '../../json';
import { sha256Of } from '../../sha256';

export type RepoRecord = { rkey: string; cid: string; value: unknown };

type Wanted = {
	/** Whose repository it has to be. */
	did: string;
	collection: string;
	/** Only keys below this one. */
	before: string | undefined;
	most: number;
};

type Leaf = { rkey: string; link: CidLink };
type Blocks = ReadonlyMap<string, { cid: Cid; bytes: Uint8Array }>;

/** A key of a record: its collection, `/` and its own. */
const LONGEST_KEY = 1024;

/**
 * Records of a collection in a CAR file (https://atproto.com/specs/repository), newest key first. Only what the tree of
 * the commit leads to counts, and each block only with its hash. Throws whatever is wrong with the file.
 */
export async function readRecords(
	car: Uint8Array,
	{ did, collection, before, most }: Wanted,
): Promise<{ records: readonly RepoRecord[]; more: boolean }> {
	const file = fromUint8Array(car);
	const blocks = new Map([...file].map(({ cid, bytes }) => [cidText(cid), { cid, bytes }]));
	const commit = await blockOf(blocks, file.roots[0]);
	if (commit['did'] !== did) throw new TypeError("somebody else's repository");
	const leaves: Leaf[] = [];
	const prefix = `${collection}/`;
	await walk(blocks, commit['data'], (key, link) => {
		const rkey = key.startsWith(prefix) ? key.slice(prefix.length) : '';
		if (rkey !== '' && (before === undefined || rkey < before)) leaves.push({ rkey, link });
	});
	leaves.sort((a, b) => (a.rkey < b.rkey ? 1 : -1));
	const records: RepoRecord[] = [];
	for (const { rkey, link } of leaves.slice(0, most)) {
		// As JSON writes it: links and bytes are objects of the library until then.
		const value: unknown = JSON.parse(JSON.stringify(await blockOf(blocks, link)));
		records.push({ rkey, cid: link.$link, value });
	}
	return { records, more: leaves.length > most };
}

/** Every node once, however the file links them. */
async function walk(
	blocks: Blocks,
	root: unknown,
	leaf: (key: string, link: CidLink) => void,
): Promise<void> {
	const seen = new Set<string>();
	const open: unknown[] = [root];
	while (open.length > 0) {
		const link = open.pop();
		if (link === null || link === undefined) continue;
		if (!isCidLink(link) || seen.has(link.$link)) throw new TypeError('a tree that is none');
		seen.add(link.$link);
		const node = await blockOf(blocks, link);
		open.push(node['l']);
		let before = '';
		for (const one of Array.isArray(node['e']) ? node['e'] : []) {
			const entry = entryOf(one, before);
			before = entry.key;
			leaf(entry.key, entry.link);
			open.push(entry.below);
		}
	}
}

/** An entry of a node, which shares the beginning of its key with the one before. */
function entryOf(value: unknown, before: string): { key: string; link: CidLink; below: unknown } {
	const { p, k, v, t } = record(value) ?? {};
	if (typeof p !== 'number' || !isBytes(k) || !isCidLink(v)) throw new TypeError('no entry');
	const key = before.slice(0, p) + new TextDecoder().decode(fromBytes(k));
	if (key.length > LONGEST_KEY) throw new RangeError('a key that is too long');
	return { key, link: v, below: t };
}

async function blockOf(blocks: Blocks, link: CidLink | undefined): Promise<Json> {
	const block = link && blocks.get(cidText(fromCidLink(link)));
	if (!block) throw new RangeError('a block is missing');
	const bytes = new Uint8Array(block.bytes);
	const digest = await sha256Of(bytes);
	const { contents } = block.cid.digest;
	if (digest.some((byte, at) => byte !== contents[at]))
		throw new TypeError('a block is not itself');
	const value = record(decode(bytes));
	if (!value) throw new TypeError('a block is no record');
	return value;
}
