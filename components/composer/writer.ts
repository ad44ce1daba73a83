import type { Draft } from '../../lib/model';
import type { DraftSaved } from '../../lib/store';

type Changeable = Omit<Draft, 'id' | 'rev' | 'createdAt' | 'changedAt'>;

/** What is different now; undefined takes out what was there. */
export type DraftChange = { [K in keyof Changeable]?: Changeable[K] | undefined };

/** Undefined: nothing. */
export type Change = DraftChange | ((draft: Draft) => DraftChange | undefined);

/** How the draft on screen stands to the stored one. */
export type Kept = 'new' | 'saving' | 'saved' | 'conflict' | 'failed';

type Save = (draft: Draft) => Promise<DraftSaved>;
/** Notes what is not stored yet, and the text that is on its way; undefined: all is stored. In the turn of the change. */
type Note = (draft: Draft | undefined, flying?: string) => void;

/**
 * Keeps a draft as it is typed: each change is written at once, the next one as soon as that is done, so that a page
 * may die at any moment and at most the last keystrokes of a few milliseconds are gone; none with `note`. Revisions
 * keep two pages from overwriting each other.
 */
export class Writer {
	draft: Draft;
	kept: Kept;
	/** With `conflict`: what another page stored; undefined there when it deleted the draft. */
	other: Draft | undefined;
	/** With `failed`: why the last write did not succeed. */
	error: unknown;
	/** The text that stood there before anybody wrote; undefined once something was written, or nothing stood there. */
	#given: string | undefined;
	#dirty = false;
	#writing: Promise<void> | undefined;
	#flying: string | undefined;
	readonly #save: Save;
	readonly #changed: () => void;
	readonly #note: Note | undefined;

	constructor(first: Draft, save: Save, changed: () => void, note?: Note) {
		this.draft = first;
		this.kept = first.rev === 0 ? 'new' : 'saved';
		this.#given = first.rev === 0 && first.text !== '' ? first.text : undefined;
		this.#save = save;
		this.#changed = changed;
		this.#note = note;
	}

	/**
	 * Takes effect at once on screen, and is stored as soon as the write before it is done; not as long as only what was
	 * given stands there: nobody would look for it.
	 */
	readonly change = (how: Change): void => {
		const now = typeof how === 'function' ? how(this.draft) : how;
		if (!now) return;
		this.draft = changedBy(this.draft, now);
		if (!this.#isGiven()) {
			this.#note?.(this.draft, this.#flying);
			this.#start();
		}
		this.#changed();
	};

	#isGiven(): boolean {
		const { text, scheduledAt } = this.draft;
		return (
			text === this.#given && scheduledAt === undefined && isEmpty({ ...this.draft, text: '' })
		);
	}

	/** Resolves when all of it is stored: the draft as it is; undefined when it is not (see `kept`). */
	async settled(): Promise<Draft | undefined> {
		if (this.kept === 'new') this.#start();
		while (this.#writing !== undefined) await this.#writing;
		return this.kept === 'saved' ? this.draft : undefined;
	}

	/** What another page stored: taken over as long as nothing here waits to be stored. */
	readonly heard = (stored: Draft | undefined): void => {
		const waits = this.#dirty || this.#writing !== undefined;
		if (!stored || waits || stored.rev <= this.draft.rev) return;
		this.draft = stored;
		this.kept = 'saved';
		this.#changed();
	};

	/** Ends a conflict: with what the other page has, or with what stands here. */
	readonly resolve = (which: 'theirs' | 'mine'): void => {
		if (this.kept !== 'conflict') return;
		const theirs = this.other;
		this.other = undefined;
		this.kept = 'saved';
		this.#dirty = false;
		if (which === 'theirs' && theirs) this.draft = theirs;
		else {
			const { enqueuedAt: sent = theirs?.enqueuedAt, ...mine } = this.draft;
			// What was sent meanwhile stays as it went: this is another one.
			const id = sent === undefined ? mine.id : crypto.randomUUID();
			this.draft = { ...mine, id, rev: sent === undefined ? (theirs?.rev ?? 0) : 0 };
			this.#start();
		}
		this.#changed();
	};

	/** Writes again after a failure. */
	readonly retry = (): void => {
		if (this.kept === 'failed') this.#start();
		this.#changed();
	};

	#start(): void {
		this.#dirty = true;
		this.#given = undefined;
		if (this.#writing !== undefined || this.kept === 'conflict') return;
		this.kept = 'saving';
		this.#writing = this.#write();
	}

	async #write(): Promise<void> {
		try {
			while (this.#dirty && this.kept !== 'conflict') await this.#once();
			if (this.kept === 'saving') this.kept = 'saved';
		} catch (failure) {
			this.#dirty = true;
			this.kept = 'failed';
			this.error = failure;
		} finally {
			this.#writing = undefined;
			this.#changed();
		}
	}

	async #once(): Promise<void> {
		this.#dirty = false;
		this.#flying = this.draft.text;
		this.#note?.(this.draft, this.#flying);
		const result = await this.#save(this.draft);
		this.#flying = undefined;
		if ('saved' in result) {
			const { rev, changedAt } = result.saved;
			this.draft = { ...this.draft, rev, changedAt };
			this.#note?.(this.#dirty ? this.draft : undefined);
		} else {
			this.#dirty = true;
			this.other = result.conflict;
			this.kept = 'conflict';
		}
	}
}

function changedBy(draft: Draft, how: DraftChange): Draft {
	const all = Object.entries({ ...draft, ...how }).filter(([, value]) => value !== undefined);
	return Object.fromEntries(all) as unknown as Draft;
}

/** Whether there is anything in it that somebody would miss. */
export function isEmpty({ text, warning, media, poll, own }: Draft): boolean {
	const owned = Object.values(own).some((one) => one.text || one.warning);
	return text === '' && !warning && media.length === 0 && !poll && !owned;
}
