import type { Content, Delivery, Draft, ForTarget, TargetKey } from '../model';
import { surroundings } from '../sessions';
import {
	type DraftSaved,
	deliveriesOf,
	dropDraft,
	putDraft,
	readDraft,
	readDrafts,
} from '../store';
import { inOrder } from './freeze';

/** How long sending can be undone unless the person chose otherwise. */
const UNDO_SECONDS = 10;

/** A draft that is stored nowhere yet. */
export function newDraft(parts: Partial<Omit<Draft, 'id' | 'rev'>> = {}): Draft {
	const now = surroundings().now();
	return {
		id: crypto.randomUUID(),
		rev: 0,
		createdAt: now,
		changedAt: now,
		origin: 'typed',
		text: '',
		visibility: 'public',
		media: [],
		targets: [],
		own: {},
		undoSeconds: UNDO_SECONDS,
		answers: [],
		...parts,
	};
}

/**
 * Stores a draft as it was typed. `conflict`: another page has written it since (undefined: deleted it), and nothing
 * was stored. Topic `drafts`.
 */
export function saveDraft(draft: Draft): Promise<DraftSaved> {
	return putDraft(draft, surroundings().now());
}

export { readDraft };

/** Drafts to go on with, the last changed first; without those that were just sent. */
export async function drafts(): Promise<Draft[]> {
	return (await readDrafts()).filter(({ enqueuedAt }) => enqueuedAt === undefined);
}

export const deleteDraft = dropDraft;

/**
 * A draft that changes what an earlier one made, wherever it was sent: its words as they were sent, one text of its
 * own per target where they differed. Not stored yet. Undefined when nothing of it is there.
 */
export async function draftToEdit(id: string): Promise<Draft | undefined> {
	const sent = (await deliveriesOf(id))
		.filter(
			({ state, deletedAt, kind, uri }) =>
				state === 'sent' && !deletedAt && kind === 'create' && uri,
		)
		.sort(inOrder);
	const [first] = sent;
	if (!first?.content) return undefined;
	const targets = [...new Set(sent.map(({ target }) => target))];
	const { text, sensitive, visibility } = first.content;
	const common = commonOf(sent);
	const edits: Record<TargetKey, readonly string[]> = {};
	const own: Record<TargetKey, ForTarget> = {};
	for (const target of targets) {
		const mine = sent.filter((one) => one.target === target);
		edits[target] = mine.flatMap(({ uri }) => uri ?? []);
		own[target] = ownOf(mine, text, common);
	}
	const { warning, language } = common;
	return newDraft({
		text,
		visibility,
		...(warning ? { warning } : {}),
		...(sensitive ? { sensitive } : {}),
		...(language ? { language: { tag: language, by: 'person' } } : {}),
		targets,
		own,
		edits,
	});
}

type Common = Pick<Content, 'warning' | 'language'>;

/** Warning and language where they are the same everywhere: else each place has its own. */
function commonOf(sent: readonly Delivery[]): Common {
	const among = (name: keyof Common) => {
		const [one, ...others] = new Set(sent.map(({ content }) => content?.[name]));
		return one === undefined || others.length > 0 ? {} : { [name]: one };
	};
	return { ...among('warning'), ...among('language') };
}

function ownOf(mine: readonly Delivery[], text: string, common: Common): ForTarget {
	const texts = mine.map(({ content }) => content?.text ?? '');
	const joined = texts.join('\n\n');
	const borders = bordersOf(texts);
	const isSame = joined === text && borders.length === 0;
	const { visibility, warning, language } = mine[0]?.content ?? {};
	return {
		...(isSame ? {} : { text: joined }),
		...(borders.length > 0 ? { borders } : {}),
		...(visibility ? { visibility } : {}),
		...(warning && warning !== common.warning ? { warning } : {}),
		...(language && language !== common.language ? { language } : {}),
	};
}

/** Where the posts of a thread begin when their texts are joined by an empty line. */
function bordersOf(texts: readonly string[]): number[] {
	const borders: number[] = [];
	let at = 0;
	for (const text of texts.slice(0, -1)) {
		at += text.length + 2;
		borders.push(at);
	}
	return borders;
}
