import type { AccountUri, Instant } from '../../../model';
import type { Io } from '../../io';
import { each, record, text } from '../../json';
import { NetworkProblem } from '../../problem';
import type { Gathering } from '../decode/gathering';
import {
	type LabelMeaning,
	meaningOf,
	readDefinitions,
	readSetting,
	type Setting,
	type Words,
} from '../decode/label-words';
import { didOf } from '../decode/uri';
import type { Xrpc } from '../xrpc';
import { ofKind, preferences } from './preferences';

type Definitions = Readonly<Record<string, LabelMeaning>>;
/** By labeler and value; without a labeler those that mean the same everywhere. */
type Choices = { adult: boolean; settings: Readonly<Record<string, Setting>> };

const DEFINED_FOR = 6 * 60 * 60_000;
const CHOSEN_FOR = 10 * 60_000;
const MOST_LABELERS = 20;
const NOBODY: Choices = { adult: false, settings: {} };

/** What the labels of an answer mean; asks for what is not known of their labelers, and for what the person chose. */
export async function wordsFor(into: Gathering, x: Xrpc, io: Io): Promise<Words> {
	if (!into.hasLabels()) return wordsOf(new Map(), NOBODY);
	const [definitions, choices] = await Promise.all([
		definitionsOf(into, x, io),
		tolerant(() => remembered(io, `choices ${x.did}`, CHOSEN_FOR, () => choicesOf(x)), NOBODY),
	]);
	return wordsOf(definitions, choices);
}

function wordsOf(
	definitions: ReadonlyMap<AccountUri, Definitions>,
	{ adult, settings }: Choices,
): Words {
	return {
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
	const unknown: AccountUri[] = [];
	for (const did of into.labelers()) {
		const kept = recall<Definitions>(io, `labeler ${did}`, DEFINED_FOR);
		if (kept) known.set(did, kept);
		else if (unknown.length < MOST_LABELERS) unknown.push(did);
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
			const definitions = readDefinitions(view?.['policies']);
			known.set(did, definitions);
			remember(io, `labeler ${did}`, definitions);
		}
	}
	return known;
}

/** `app.bsky.actor.defs#contentLabelPref` and `#adultContentPref` */
async function choicesOf(x: Xrpc): Promise<Choices> {
	const all = await preferences(x);
	const settings: Record<string, Setting> = Object.create(null);
	for (const one of ofKind(all, 'contentLabelPref')) {
		const setting = readSetting(one['visibility']);
		const name = `${didOf(one['labelerDid']) ?? ''} ${text(one['label'])}`;
		if (setting !== undefined) settings[name] = setting;
	}
	const adult = ofKind(all, 'adultContentPref').some((one) => one['enabled'] === true);
	return { adult, settings };
}

async function remembered<T>(io: Io, what: string, ms: number, ask: () => Promise<T>): Promise<T> {
	const kept = recall<T>(io, what, ms);
	if (kept !== undefined) return kept;
	const fresh = await ask();
	remember(io, what, fresh);
	return fresh;
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
