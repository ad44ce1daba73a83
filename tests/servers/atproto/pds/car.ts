import { createHash } from 'node:crypto';
import { bytesOfCid, cbor, cidOf } from '../ids';
import type { Person, Stored, World } from '../model';
import { nextTid } from '../world';

type Link = { $link: string };
type Leaf = { key: string; link: Link; layer: number };

/**
 * A repository as com.atproto.sync.getRepo gives it: a commit, the tree of its keys and the records, as CAR
 * (https://atproto.com/specs/repository).
 */
export function carOf(world: World, person: Person): Uint8Array {
	const blocks: Buffer[] = [];
	const put = (value: unknown): Link => {
		const cid = cidOf(value);
		blocks.push(section(Buffer.concat([bytesOfCid(cid), cbor(value)])));
		return { $link: cid };
	};
	const records = [...world.records.values()].filter(({ did }) => did === person.did);
	const leaves = records.map((one) => leafOf(one, put(one.value)));
	leaves.sort((a, b) => (a.key < b.key ? -1 : 1));
	const top = Math.max(0, ...leaves.map(({ layer }) => layer));
	const root = put({
		did: person.did,
		version: 3,
		data: put(nodeOf(leaves, top, put)),
		rev: nextTid(world),
		prev: null,
		sig: Buffer.alloc(64, 7),
	});
	return Buffer.concat([section(cbor({ version: 1, roots: [root] })), ...blocks.reverse()]);
}

function leafOf({ collection, rkey }: Stored, link: Link): Leaf {
	const key = `${collection}/${rkey}`;
	return { key, link, layer: layerOf(key) };
}

/** Pairs of zeros that the hash of a key begins with. */
function layerOf(key: string): number {
	let zeros = 0;
	for (const byte of createHash('sha256').update(key).digest()) {
		zeros += byte === 0 ? 8 : Math.clz32(byte) - 24;
		if (byte !== 0) break;
	}
	return Math.floor(zeros / 2);
}

/** Keys of this layer; between them, what belongs into the layers below. */
function nodeOf(leaves: readonly Leaf[], layer: number, put: (value: unknown) => Link): object {
	const below = (from: number, to: number): Link | null =>
		from < to ? put(nodeOf(leaves.slice(from, to), layer - 1, put)) : null;
	const here = leaves.flatMap((leaf, at) => (leaf.layer === layer ? [at] : []));
	let before = '';
	const entries = here.map((at, n) => {
		const { key, link } = leaves[at] as Leaf;
		let same = 0;
		while (same < before.length && before[same] === key[same]) same += 1;
		before = key;
		const next = here[n + 1] ?? leaves.length;
		return { p: same, k: Buffer.from(key.slice(same)), v: link, t: below(at + 1, next) };
	});
	return { l: below(0, here[0] ?? leaves.length), e: entries };
}

/** With its length before it. */
function section(bytes: Buffer): Buffer {
	const head: number[] = [];
	let rest = bytes.length;
	for (; rest > 127; rest >>>= 7) head.push((rest & 127) | 128);
	return Buffer.concat([Buffer.from([...head, rest]), bytes]);
}
