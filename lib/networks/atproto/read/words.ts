import type { AccountUri, Instant } from '../../../model';
import type { Io } from '../../io';
import { each, record } from '../../json';
import { NetworkProblem } from '../../problem';
import type { Gathering } from '../decode/gathering';
import { type LabelMeaning, meaningOf, readDefinitions, type Words } from '../decode/label-words';
import { didOf } from '../decode/uri';
import type { Preferences } from '../preferences';
import type { Xrpc } from '../xrpc';

type Definitions = Readonly<Record<string, LabelMeaning>>;
/** `creator` as it came: not every answer that it first came with is stored with all whom it names. */
type Labeler = { definitions: Definitions; creator: unknown };

const DEFINED_FOR = 6 * 60 * 60_000;
const MOST_LABELERS = 20;

/** What the labels of an answer mean, and what the person chose; asks for what is not known of their labelers. */
export async function wordsFor(into: Gathering, x: Xrpc, io: Io): Promise<Words> {
	if (!into.hasLabels()) return wordsOf(new Map(), x.preferences);
	return wordsOf(await definitionsOf(into, x, io), x.preferences);
}

function wordsOf(
	definitions: ReadonlyMap<AccountUri, Definitions>,
	{ adult, settings }: Pick<Preferences, 'adult' | 'settings'>,
): Words {
	return {
		adultsOff: !adult,
		of: (labeler, value) => meaningOf(definitions.get(labeler), value),
		choice: (labeler, value, meaning) =>
			meaning.adult && !adult
				? undefined
				: (settings[`${labeler} ${value}`] ?? settings[` ${value}`]),
	};
}

/** A label is shown by its bare value where its labeler cannot be asked: the post matters more than the word. */
async function tolerant<T>(ask: () => Promise<T>, without: T): Promise<T> {
	try {
		return await ask();
	} catch (problem) {
		if (problem instanceof NetworkProblem && problem.kind !== 'cancelled') return without;
		throw problem;
	}
}

/** https://docs.bsky.app/docs/api/app-bsky-labeler-get-services; who defines nothing is remembered too. */
async function definitionsOf(
	into: Gathering,
	x: Xrpc,
	io: Io,
): Promise<ReadonlyMap<AccountUri, Definitions>> {
	const known = new Map<AccountUri, Definitions>();
	const language = await io.language();
	const memory = (did: AccountUri) => `labeler ${language} ${did}`;
	const unknown: AccountUri[] = [];
	for (const did of into.labelers()) {
		const kept = recall<Labeler>(io, memory(did), DEFINED_FOR);
		if (kept) {
			known.set(did, kept.definitions);
			into.account(kept.creator);
		} else if (unknown.length < MOST_LABELERS) unknown.push(did);
	}
	if (unknown.length === 0) return known;
	const query = { dids: unknown, detailed: true };
	const json = await tolerant(() => x.get('app.bsky.labeler.getServices', query), undefined);
	const views = each(record(json)?.['views'], MOST_LABELERS, record) ?? [];
	if (json !== undefined) {
		for (const did of unknown) {
			const view = views.find((one) => didOf(record(one['creator'])?.['did']) === did);
			// Kept with the answer: who labels is called by name, as everybody else is.
			if (view) into.account(view['creator']);
			const definitions = readDefinitions(view?.['policies'], language);
			known.set(did, definitions);
			const labeler: Labeler = { definitions, creator: view?.['creator'] };
			remember(io, memory(did), labeler);
		}
	}
	return known;
}

function remember(io: Io, what: string, value: unknown): void {
	io.memory.set(`atproto ${what}`, JSON.stringify({ at: io.now(), value }));
}

function recall<T>(io: Io, what: string, ms: number): T | undefined {
	const kept = io.memory.get(`atproto ${what}`);
	if (kept === undefined) return undefined;
	const { at, value } = JSON.parse(kept) as { at: Instant; value: T };
	return io.now() - at < ms ? value : undefined;
}
