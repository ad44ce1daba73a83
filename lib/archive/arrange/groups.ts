import { keyNumber, type Stored } from '../../store';
import type { Spill } from './spill';
import { combine, type ImportDates } from './versions';

const decoder = new TextDecoder();

/** Ids of the versions of edited posts → the id of their first version, which names the group. */
export class EditGroups {
	private readonly roots = new Map<bigint, bigint>();

	/** Versions of one post, in any order; groups that share an id become one. */
	add(ids: readonly bigint[]): void {
		const all = new Set(ids);
		const known = new Set(ids.map((id) => this.roots.get(id)).filter((root) => root !== undefined));
		if (known.size > 0) {
			for (const [id, root] of this.roots) if (known.has(root)) all.add(id);
		}
		const [root] = [...all].sort((a, b) => (a < b ? -1 : 1));
		if (root !== undefined) for (const id of all) this.roots.set(id, root);
	}

	get empty(): boolean {
		return this.roots.size === 0;
	}

	rootOf(id: bigint): bigint | undefined {
		return this.roots.get(id);
	}

	/** Every id of a group but the one shown → the one shown. */
	aliases(shown: ReadonlyMap<bigint, bigint>): Map<bigint, bigint> {
		const aliases = new Map<bigint, bigint>();
		for (const [id, root] of this.roots) {
			const to = shown.get(root);
			if (to !== undefined && to !== id) aliases.set(id, to);
		}
		return aliases;
	}
}

export type Changes = { added: number; updated: number; changed: boolean };

export type Grouped = {
	/** Records to write, in order of time. */
	order: Uint32Array;
	aliases: Map<bigint, bigint>;
	changes: Changes;
};

type Options = {
	spill: Spill;
	/** Records below this number come from the generation before. */
	oldCount: number;
	edits: EditGroups;
	dates: ImportDates;
	sortAtOf(stored: Stored): number;
	signal: AbortSignal;
};

/**
 * Brings the records into the order of time and makes one of those that are the same post: copies in several
 * parts, versions of an edited post, what an earlier import brought.
 */
export function group(options: Options): Grouped {
	const { spill, oldCount, edits } = options;
	const order = sorted(spill, spill.count);
	const groups = sameIds(spill, order, edits);
	const changes: Changes = { added: 0, updated: 0, changed: false };
	const dead = new Uint8Array(spill.count);
	const shown = new Map<bigint, bigint>();
	for (const [root, members] of groups) {
		options.signal.throwIfAborted();
		shown.set(root, join(options, members, changes));
		for (const i of members) dead[i] = 1;
	}
	for (let i = oldCount; i < dead.length; i++) if (!dead[i]) changes.added++;
	changes.changed ||= changes.added > 0;
	const living = groups.size === 0 ? order : sorted(spill, spill.count, dead);
	return { order: living, aliases: edits.aliases(shown), changes };
}

/** Record numbers by moment, then id. Archives run newest first, so this is mostly one long falling run. */
function sorted(spill: Spill, count: number, dead?: Uint8Array): Uint32Array {
	const order = new Uint32Array(count);
	let n = 0;
	for (let i = count - 1; i >= 0; i--) if (!dead?.[i]) order[n++] = i;
	const { ids, sortAt } = spill;
	return order.subarray(0, n).sort((a, b) => {
		const byTime = (sortAt[a] as number) - (sortAt[b] as number);
		return byTime || ((ids[a] as bigint) < (ids[b] as bigint) ? -1 : ids[a] === ids[b] ? a - b : 1);
	});
}

/** The records of posts that have several, by group; copies of one tweet stand side by side in the order. */
function sameIds(spill: Spill, order: Uint32Array, edits: EditGroups): Map<bigint, number[]> {
	const groups = new Map<bigint, number[]>();
	const put = (root: bigint, i: number) => {
		const members = groups.get(root);
		if (members) members.push(i);
		else groups.set(root, [i]);
	};
	const { ids } = spill;
	for (let k = 0; k < order.length; k++) {
		const i = order[k] as number;
		const id = ids[i] as bigint;
		const root = edits.empty ? undefined : edits.rootOf(id);
		if (root !== undefined) put(root, i);
		else if (ids[order[k - 1] ?? -1] === id || ids[order[k + 1] ?? -1] === id) put(id, i);
	}
	return groups;
}

/** Writes the one record of a group and says which id it shows. */
function join(options: Options, members: readonly number[], changes: Changes): bigint {
	const { spill, oldCount, dates } = options;
	const records = members.map((i) => JSON.parse(decoder.decode(spill.one(i))) as Stored);
	const joined = combine(records, dates);
	const before = records.filter((_record, k) => (members[k] ?? 0) < oldCount);
	const text = JSON.stringify(joined);
	if (before.length === 0) changes.added++;
	else if (before.length > 1 || JSON.stringify(before[0]) !== text) {
		changes.changed = true;
		if (JSON.stringify(before[0]?.v[0]?.p) !== JSON.stringify(joined.v[0]?.p)) changes.updated++;
	}
	const id = keyNumber(joined.v[0]?.p.key ?? '') ?? 0n;
	spill.addText(id, options.sortAtOf(joined), text);
	return id;
}
