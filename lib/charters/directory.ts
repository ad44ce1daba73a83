import type { Evidence, KnownService, Square } from '../model';
import file from './directory.json';

/** A square as the file has it. */
type Entry = Square & {
	/** Hosts that belong to it; `*.host.example` are all under that one. */
	also?: readonly string[];
	join: Square['join'] & { evidence?: readonly Evidence[] };
};
type Directory = { asOf: string; squares: readonly Entry[]; services: readonly KnownService[] };

// JSON has no literal types; directory.test.ts holds the file to this one.
const DIRECTORY = file as unknown as Directory;

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
