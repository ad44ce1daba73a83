import type { DeliveryStep, FromBackground, ToBackground } from '../messages';
import type { AccountUri, Delivery, Draft, PostUri, Verdict } from '../model';
import { surroundings } from '../sessions';
import {
	deliveriesIn,
	deliveriesOf,
	noteTopics,
	putCorrections,
	readDeliveries,
	readDelivery,
	readDraft,
} from '../store';
import { inOrder } from './freeze';
import { dropAnswer, dropReadings, othersSaid } from './not-said';
import { partsOf } from './parts';
import { targets, windowOf } from './targets';

type Send = (message: ToBackground) => Promise<FromBackground>;

const MOST = 200;
let send: Send = () => Promise.reject(new Error('the background is not connected'));

/** Says how to reach the background: once per page, before anything is sent. */
export function connectOutbox(how: Send): void {
	send = how;
}

/**
 * Sends a draft to all its targets, as it is stored. Resolves when it is queued: the rest is the background's, and
 * the page may close. `refused` says why nothing was queued.
 */
export async function enqueue({ id, rev }: Pick<Draft, 'id' | 'rev'>): Promise<FromBackground> {
	await observe(id, rev);
	const draft = await readDraft(id);
	const others = draft ? await othersSaid(draft) : [];
	const said = await send({ type: 'enqueue', draft: id, rev });
	if ('done' in said) await putCorrections(others);
	return said;
}

/** Finds what its posts seem to be about, by words that the background does not carry. */
async function observe(id: string, rev: number): Promise<void> {
	const draft = await readDraft(id);
	if (draft?.rev !== rev) return;
	// Pages that send nothing need none of its words.
	const { observed } = await import('../norms');
	const known = await targets();
	const found = draft.targets.map((target) => {
		const aim = known.find(({ key }) => key === target);
		const parts = aim ? partsOf(draft, { ...aim, target }) : [];
		return [target, parts.map((part) => observed(part).topics ?? [])] as const;
	});
	await noteTopics(id, rev, Object.fromEntries(found));
}

/** Takes back what has not gone; it is a draft again. `refused` when something has gone already. */
export function undo(draft: string): Promise<FromBackground> {
	return takingBack(draft, { type: 'undo', draft });
}

/** What the person read otherwise for it is read as before: they are asked again where they write. */
async function takingBack(draft: string, message: ToBackground): Promise<FromBackground> {
	const rows = (await deliveriesOf(draft)).filter(isTakenBack);
	const said = await send(message);
	if ('done' in said) await dropReadings(rows);
	return said;
}

function isTakenBack({ state }: Delivery): boolean {
	return state === 'queued' || state === 'needs-you' || state === 'failed';
}

/** What failed or is asked about is a draft again, for the places where nothing of it appeared. `refused`: there is no such place. */
export function reopen(draft: string): Promise<FromBackground> {
	return takingBack(draft, { type: 'reopen', draft });
}

/** One step of a delivery that the person takes (see `DeliveryStep`). */
export function step(delivery: string, what: DeliveryStep): Promise<FromBackground> {
	return send({ type: 'deliver', delivery, step: what });
}

/** What the person says to a verdict; of several of one norm to the one that quotes this sentence. */
export function answer(
	delivery: string,
	{ norm, source }: Pick<Verdict, 'norm' | 'source'>,
	yes: boolean,
): Promise<FromBackground> {
	return send({ type: 'answer', delivery, norm, yes, ...sentenceOf(source) });
}

/** Takes back what the person said to a verdict, as long as it has not gone. */
export async function takeBack(
	delivery: string,
	{ norm, source }: Pick<Verdict, 'norm' | 'source'>,
): Promise<FromBackground> {
	const row = await readDelivery(delivery);
	const about = { norm, ...sentenceOf(source) };
	const said = await send({ type: 'takeBack', delivery, ...about });
	if (row && 'done' in said) await dropAnswer(row, about);
	return said;
}

function sentenceOf(source: Verdict['source']): { sentence?: string } {
	return source ? { sentence: source.sentence } : {};
}

/** The person posted it in the network's window; with the link that they pasted, if they did. */
export function confirmHandedOver(delivery: string, link?: string): Promise<FromBackground> {
	return send({ type: 'posted', delivery, ...(link === undefined ? {} : { link }) });
}

/** The address of the window for a delivery of kind `hand-over`: to be opened in the person's own click. */
export async function handOverAddress(delivery: string): Promise<string | undefined> {
	const row = await readDelivery(delivery);
	const window = row && (await windowOf(row.target));
	if (!row?.content || !window) return undefined;
	const { content, replyTo, quote } = row;
	return window.url(content, { ...(replyTo ? { replyTo } : {}), ...(quote ? { quote } : {}) });
}

/** Deletes posts of mine. */
export function remove(
	posts: readonly { by: AccountUri; post: PostUri }[],
): Promise<FromBackground> {
	return send({ type: 'remove', posts });
}

/**
 * Deletes what a draft made, everywhere. What has not gone yet does not go any more; what is on its way is deleted once
 * it is there.
 */
export function removeEverywhere(draft: string): Promise<FromBackground> {
	return send({ type: 'removeDraft', draft });
}

/** Passes a post on as one of my accounts, or takes that back. */
export function repost(by: AccountUri, post: PostUri, on: boolean): Promise<FromBackground> {
	return send({ type: 'repost', by, post, on });
}

/** Drafts of which something waits in case it is taken back. Topic `deliveries`. */
export async function undoable(): Promise<readonly string[]> {
	const now = surroundings().now();
	const waiting = (await deliveriesIn(['queued'])).filter(({ undoUntil = 0 }) => undoUntil > now);
	return [...new Set(waiting.flatMap(({ draft }) => draft ?? []))];
}

/** The last deliveries, newest first; of one draft alone where that is given. Topic `deliveries`. */
export async function deliveries(draft?: string): Promise<Delivery[]> {
	if (draft === undefined) return readDeliveries(MOST);
	return (await deliveriesOf(draft)).sort(inOrder);
}
