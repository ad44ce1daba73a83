import type { Account, AccountUri, Instant, Post, Text } from '../model';
import type { ImportReport } from '../store';

/** What an import found out before it read the first post. */
export type Found = {
	account?: Account;
	archiveDate?: Instant;
	/** Bytes of posts and likes to read, after inflating. */
	textBytes: number;
	mediaFiles: number;
	mediaBytes: number;
	/** Bytes free for this extension, as far as the browser tells. */
	freeBytes?: number;
	/** When this very archive was imported before. */
	importedBefore?: Instant;
	/** Zip files or folders that were read together. */
	parts: number;
};

export type Progress = {
	phase: 'read' | 'arrange' | 'media';
	/** Bytes; in the phase `arrange` posts and likes. */
	done: number;
	total: number;
	/** Posts and likes read so far; files in the phase `media`. */
	items: number;
};

/** Something only the person can decide; the import waits for `answer`. */
export type Question =
	| { kind: 'other-account'; stored: Account; found: Account }
	/** The new archive (not `known`) or those of the candidates do not say whose they are. */
	| { kind: 'whose'; found: Account; known: boolean; candidates: readonly Account[] }
	| { kind: 'which-archive'; roots: readonly string[] };

/** A failure in words: what happened, what is safe, what to do. `code` is for tests and bug reports. */
export type Problem = { code: string; happened: Text; safe: Text; todo: Text };

export type ImportEvent =
	| { type: 'found'; found: Found }
	| { type: 'progress'; progress: Progress }
	/** The first posts read, newest first within what was read: to look at, not stored yet. */
	| { type: 'preview'; account: Account; posts: readonly Post[] }
	| { type: 'question'; question: Question }
	/**
	 * Text is stored and searchable; media follow. `elapsed` in ms since the files were handed over, without waiting
	 * for answers. `unchanged`:
	 * this very archive was stored already, and nothing was written.
	 */
	| { type: 'readable'; report: ImportReport; elapsed: number; unchanged: boolean }
	| { type: 'done'; report: ImportReport; elapsed: number; unchanged: boolean }
	/** `readable`: the posts were stored before; only media are missing. */
	| { type: 'cancelled'; readable: boolean }
	| { type: 'failed'; problem: Problem; readable: boolean };

/** What happens while an import is removed or everything is exported. */
export type ChoreEvent =
	| { type: 'progress'; done: number; total: number }
	/** `file` is what was exported: it stays until `forgetExport`, a removal or an erasure. */
	| { type: 'done'; file?: File }
	| { type: 'cancelled' }
	| { type: 'failed'; problem: Problem };

/** Page → worker. */
export type Order =
	/** Comes before the work that needs them. */
	| { type: 'helpers'; ports: readonly MessagePort[] }
	| { type: 'import'; files: readonly PickedFile[] }
	| { type: 'remove'; account: AccountUri; importId: string }
	| { type: 'erase' }
	| { type: 'export' }
	| { type: 'retain' }
	| { type: 'restore'; file: File; folder: string }
	| { type: 'answer'; choice: string }
	| { type: 'media'; copy: boolean }
	| { type: 'cancel' };

/** A chosen file with its path inside the chosen folder (the bare name for a zip). */
export type PickedFile = { file: File; path: string };
