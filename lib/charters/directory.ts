import type { Evidence, KnownService, Square } from '../model';
import file from './directory.json';
import { softwareNamed } from './software';

/** A square as the file has it. */
type Entry = Square & {
	/** Hosts that belong to it; `*.host.example` are all under that one. */
	also?: readonly string[];
	/** What evidence calls whoever runs it, where that is not the whole name. */
	called?: readonly string[];
	/** What it runs, as software.ts names it: how people leave is then known as for every other such server. */
	program?: string;
	join: Square['join'] & { evidence?: readonly Evidence[] };
};
type Directory = { asOf: string; squares: readonly Entry[]; services: readonly KnownService[] };

// JSON has no literal types; directory.test.ts holds the file to this one.
const FILE = file as unknown as Directory;
const DIRECTORY: Directory = { ...FILE, squares: FILE.squares.map(withWayOut) };

function withWayOut(entry: Entry): Entry {
	const way = entry.program === undefined ? undefined : softwareNamed(entry.program)?.wayOut;
	if (!way || entry.charter.wayOut) return entry;
	return { ...entry, charter: { ...entry.charter, wayOut: { value: way.quote, evidence: [way] } } };
}

/** Places and services that people looked over by hand; `asOf` is the last day on which any was: `2026-11-22`. */
export function directory(): {
	asOf: string;
	squares: readonly Square[];
	services: readonly KnownService[];
} {
	return DIRECTORY;
}

/** The place that a host belongs to, also where the host is only a part of it. */
export function squareOf(host: string): Square | undefined {
	const name = host.toLowerCase();
	return DIRECTORY.squares.find(
		(square) => square.host === name || square.also?.some((part) => covers(part, name)),
	);
}

function covers(part: string, host: string): boolean {
	return part.startsWith('*.') ? host.endsWith(part.slice(1)) : host === part;
}

/** A service by its raw name: `did:web:api.example#view`. */
export function serviceOf(name: string): KnownService | undefined {
	return DIRECTORY.services.find((service) => service.name === name);
}
