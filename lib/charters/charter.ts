import type { Charter, Finding, Instant, Square } from '../model';
import { readPapers } from '../sessions';
import { putCharter, readCharters, readNewestCharter } from '../store';
import { squareOf } from './directory';
import { charterOf } from './read';

const DAY_MS = 86_400_000;

/** Every finding of a charter, in the order in which people ask. */
const FIELDS = [
	'operator',
	'country',
	'funding',
	'accounts',
	'languages',
	'rules',
	'terms',
	'privacy',
	'contact',
	'software',
	'wayOut',
	'ifItFails',
] as const satisfies readonly (keyof Charter)[];

/**
 * Who runs a server, as far as it is known: what was read of it, and what the directory knows, also of a server that
 * was never read. Topic `charters`.
 */
export async function charter(host: string): Promise<Charter | undefined> {
	const row = await readNewestCharter(host);
	const square = squareOf(host);
	if (!row) return square && { ...square.charter, host, readAt: lookedOverAt(square) };
	const { since: _, ...read } = row;
	return square ? merged(read, square) : read;
}

/**
 * Reads what a server publishes of itself again, stores it, and returns its charter. Finds the server first where it
 * is not stored. Throws `NetworkProblem` or `ServerUnknown`; what was stored then stays as it was.
 */
export async function readCharter(host: string, signal: AbortSignal): Promise<Charter> {
	const { server, papers } = await readPapers(host, signal);
	const today = new Date(server.readAt).toISOString().slice(0, 10);
	const read = charterOf(server, papers, today);
	await putCharter(read);
	return (await charter(read.host)) ?? read;
}

/** Whether a page that shows this charter, as `charter` gave it, should read it again: at most once a day. */
export function isCharterDue(known: Charter | undefined, now: Instant = Date.now()): boolean {
	if (known === undefined || onlyLookedOver(known)) return true;
	// A clock that was put back must not keep it for ever.
	return now - known.readAt >= DAY_MS || known.readAt > now;
}

/** Only the directory knows it: its server was never asked. */
export function onlyLookedOver({ host, readAt }: Charter): boolean {
	const square = squareOf(host);
	return square !== undefined && readAt === lookedOverAt(square);
}

function lookedOverAt({ reviewedOn }: Square): Instant {
	return Date.parse(reviewedOn);
}

/** One field that was found out otherwise than before; `before` or `after` is absent where nothing was found. */
export type CharterChange = {
	at: Instant;
	field: (typeof FIELDS)[number];
	before?: unknown;
	after?: unknown;
};

/** What changed in what the server says of itself, newest first. */
export async function charterChanges(host: string): Promise<readonly CharterChange[]> {
	const rows = (await readCharters(host)).reverse();
	return rows.flatMap((row, n) => {
		const last = rows[n + 1];
		return last ? FIELDS.flatMap((field) => changeOf(field, last, row, row.since)) : [];
	});
}

function changeOf(
	field: CharterChange['field'],
	last: Charter,
	next: Charter,
	at: Instant,
): CharterChange[] {
	const [before, after] = [last[field]?.value, next[field]?.value];
	if (JSON.stringify(before) === JSON.stringify(after)) return [];
	return [
		{
			at,
			field,
			...(before === undefined ? {} : { before }),
			...(after === undefined ? {} : { after }),
		},
	];
}

/**
 * What others confirm goes before what a server says; where only it speaks, its newer words go before those that were
 * looked over once. Where both find the same, the evidence of both stands.
 */
function merged(read: Charter, { charter: known }: Square): Charter {
	const fields = FIELDS.flatMap((field) => {
		const found = together<unknown>(known[field], read[field]);
		return found ? [[field, found] as const] : [];
	});
	return {
		...(Object.fromEntries(fields) as Partial<Charter>),
		host: read.host,
		readAt: read.readAt,
	};
}

function together<T>(
	known: Finding<T> | undefined,
	read: Finding<T> | undefined,
): Finding<T> | undefined {
	if (!known || !read) return known ?? read;
	if (JSON.stringify(known.value) === JSON.stringify(read.value)) {
		return { value: read.value, evidence: [...known.evidence, ...read.evidence] };
	}
	return known.evidence.some(({ self }) => !self) ? known : read;
}
