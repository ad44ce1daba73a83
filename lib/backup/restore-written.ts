import type { Delivery, Draft, Instant } from '../model';
import { addRows, deliveriesOf, putBlob, readDelivery, readDraft } from '../store';
import { bytesOf as readAll } from './bytes';
import { grouped } from './grouped';
import { allRows, type OpenBackup, rowsOfPart } from './open';
import { draft as draftShape, type Past, past } from './rows';
import { isUnderWay } from './under-way';
import { sha256Of } from './zip';

/** What came back of what was written: drafts that were drafts, posts that had not left, and what had been sent. */
export type WrittenBack = { drafts: number; waiting: number; outbox: number };

/**
 * Brings back drafts and the history of the outbox. Nothing of it is ever sent by itself: what was on its way comes back
 * as a draft. A draft that is here and differs stays, and the other is put beside it.
 */
export async function restoreWritten(
	backup: OpenBackup,
	now: Instant,
	signal: AbortSignal,
): Promise<WrittenBack> {
	const drafts = await allRows(backup, 'drafts', draftShape, signal);
	const waiting: Past[] = [];
	const ids = new Set<string>();
	let outbox = 0;
	for await (const rows of rowsOfPart(backup, 'outbox', past, signal)) {
		waiting.push(...rows.filter(isUnderWay));
		for (const { id } of rows) ids.add(id);
		const done = rows.filter((row) => !isUnderWay(row));
		outbox += await addRows('deliveries', done.map(historyOf));
	}
	const open = await notHere(waiting);
	await restoreFiles(backup, typesIn(drafts, waiting), now, signal);
	const loose = drafts.filter(({ enqueuedAt }) => enqueuedAt === undefined);
	const brought = draftsOf(open, drafts);
	return {
		drafts: await putBeside(loose, ids),
		waiting: await putBeside(brought, ids),
		outbox,
	};
}

function historyOf({ needs: _, open: __, ...row }: Past): Delivery {
	return { ...row, verdicts: [] };
}

/** Those that this store knows nothing of: of the others it knows better. */
async function notHere(waiting: readonly Past[]): Promise<Past[]> {
	const known = await Promise.all(waiting.map(({ id }) => readDelivery(id)));
	return waiting.filter((_row, i) => known[i] === undefined);
}

/** Only what is drawn: a file of another type is bytes. */
const SHOWN = /^(image|video|audio)\/[\w.+-]+$/;

function typesIn(drafts: readonly Draft[], waiting: readonly Past[]): Map<string, string> {
	const named = [
		...drafts.flatMap(({ media, own }) => [
			...media,
			...media.map(({ file, original, type }) => ({ file: original ?? file, type })),
			...Object.values(own).flatMap(({ files = {} }) => Object.values(files)),
		]),
		...waiting.flatMap(({ content }) => content?.media ?? []),
	];
	return new Map(named.map(({ file, type }) => [file, SHOWN.test(type) ? type : '']));
}

async function restoreFiles(
	{ manifest, files }: OpenBackup,
	types: ReadonlyMap<string, string>,
	now: Instant,
	signal: AbortSignal,
): Promise<void> {
	for (const { path, sha256 } of manifest.files.filter(({ part }) => part === 'files')) {
		const source = files.get(path);
		const type = types.get(sha256);
		if (!source || type === undefined) continue;
		const bytes = await readAll(source, signal);
		await putBlob(sha256, new Blob([bytes], { type }), now);
	}
}

/** Drafts of what had not left: those that it was made of, for the targets that are left, or what is known of them. */
function draftsOf(waiting: readonly Past[], drafts: readonly Draft[]): Draft[] {
	const groups = grouped(
		waiting.filter(({ content }) => content !== undefined),
		({ draft, id }) => draft ?? id,
	);
	return [...groups].flatMap(([id, rows]) => {
		const targets = [...new Set(rows.map(({ target }) => target))];
		const known = drafts.find((one) => one.id === id);
		if (!known) return draftFrom(id, rows, targets);
		const { enqueuedAt: _, scheduledAt: __, ...draft } = known;
		return [{ ...draft, targets }];
	});
}

function draftFrom(id: string, rows: readonly Past[], targets: readonly string[]): Draft[] {
	const [first] = rows;
	if (!first?.content) return [];
	const { media = [], text: _, ...content } = first.content;
	const textFor = (target: string) =>
		rows
			.filter((row) => row.target === target)
			.sort((a, b) => a.thread.at - b.thread.at)
			.map((row) => row.content?.text ?? '')
			.join('\n\n');
	const text = textFor(first.target);
	const others = targets.filter((target) => textFor(target) !== text);
	const edits = rows.flatMap(({ target, kind, post }) =>
		kind === 'edit' && post ? [[target, [post]] as const] : [],
	);
	return [
		{
			id,
			rev: 1,
			createdAt: first.createdAt,
			changedAt: first.changedAt,
			origin: first.origin === 'several' ? 'typed' : first.origin,
			text,
			...(content.warning ? { warning: content.warning } : {}),
			...(content.sensitive ? { sensitive: true } : {}),
			...(content.language ? { language: { tag: content.language, by: 'person' } } : {}),
			...(content.poll ? { poll: content.poll } : {}),
			visibility: content.visibility,
			media: media.map((one) => ({ ...one, name: one.name ?? '', size: one.size ?? 0 })),
			...(first.replyTo ? { replyTo: first.replyTo } : {}),
			...(first.quote ? { quote: first.quote } : {}),
			...(first.brought ? { brought: first.brought } : {}),
			...(edits.length > 0 ? { edits: Object.fromEntries(edits) } : {}),
			targets,
			own: Object.fromEntries(others.map((target) => [target, { text: textFor(target) }])),
			undoSeconds: 10,
			answers: [],
		},
	];
}

/**
 * Adds drafts; one whose place is taken by another gets a place of its own, the same each time. `known`: deliveries that
 * the backup has. One that it has not was sent from here since, and what it came from is no draft any more.
 */
async function putBeside(drafts: readonly Draft[], known: ReadonlySet<string>): Promise<number> {
	let added = 0;
	for (const one of drafts) {
		if ((await deliveriesOf(one.id)).some(({ id }) => !known.has(id))) continue;
		const here = await readDraft(one.id);
		if (here && sameWords(here, one)) continue;
		const id = here ? `${one.id}-${(await sha256Of(bytesOf(one))).slice(0, 12)}` : one.id;
		added += await addRows('drafts', [{ ...one, id }]);
	}
	return added;
}

function sameWords(a: Draft, b: Draft): boolean {
	const words = ({ rev: _, changedAt: __, ...draft }: Draft) => JSON.stringify(sorted(draft));
	return words(a) === words(b);
}

function bytesOf(draft: Draft): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify(sorted(draft)));
}

/** The same things in the same order, whoever wrote them. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, one]) => [key, sorted(one)]),
	);
}
