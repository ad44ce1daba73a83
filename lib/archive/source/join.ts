import type { Problem } from '../events';
import { ArchiveProblem } from '../problems';
import type { ListedFile, SourceFile } from './file';
import { blobOf, notZip, type Part, type Undo } from './open';
import { holdsPosts, takeRoot } from './roots';
import { listZip } from './zip/directory';

/** Something about the source that an import goes on without. */
export type SourceNote =
	/** Two parts hold different files of this path; the larger one is used. */
	| { kind: 'clash'; path: string }
	/** A zip inside a media folder could not be opened. */
	| { kind: 'media-zip'; path: string; problem: Problem };

/** Files by path in lower case. */
export type Files = Map<string, ListedFile>;

/** Whose archive, and of when (ISO), as far as a part tells. */
type Identity = { account?: string; made?: string };

/** Parts of one archive. `label` is unlike every other group's. */
export type Group = Identity & { label: string; parts: Part[] };

/** How much of a file is read to know whose archive a part is of: the facts stand at its beginning. */
const IDENTITY_START = 64 * 1024;

/**
 * Puts parts of one archive together. Two parts are of one archive when they do not name different accounts or,
 * both with tweets, different dates, and when no file of tweets differs between them. Parts without tweets
 * belong to every archive whose account they do not contradict.
 */
export async function groupParts(parts: readonly Part[], signal: AbortSignal): Promise<Group[]> {
	const known: { part: Part; identity: Identity }[] = [];
	for (const part of parts) {
		known.push({ part, identity: parts.length === 1 ? {} : await identify(part, signal) });
	}
	const groups: Group[] = [];
	for (const { part, identity } of known) {
		if (part.mark === 'posts') groupPosts(groups, part, identity);
	}
	for (const { part, identity } of known) {
		if (part.mark === 'posts') continue;
		for (const group of groups)
			if (agree(group, { ...identity, made: undefined })) group.parts.push(part);
	}
	return groups;
}

function groupPosts(groups: Group[], part: Part, identity: Identity): void {
	const group = groups.find((one) => agree(one, identity) && !postsClash(one, part));
	if (group) {
		group.parts.push(part);
		Object.assign(group, { ...identity, ...group });
		return;
	}
	const same = groups.filter(({ parts }) => parts[0]?.label === part.label).length;
	const label = same === 0 ? part.label : `${part.label} (${same + 1})`;
	groups.push({ ...identity, label, parts: [part] });
}

function agree(a: Identity, b: { [key in keyof Identity]: string | undefined }): boolean {
	const differ = (x?: string, y?: string) => x !== undefined && y !== undefined && x !== y;
	return !differ(a.account, b.account) && !differ(a.made, b.made);
}

function under({ container, prefix }: Part): ListedFile[] {
	return container.files.filter(({ path }) => path.startsWith(prefix));
}

function postsClash(group: Group, part: Part): boolean {
	const mine = new Map<string, ListedFile>();
	for (const file of under(part)) {
		if (holdsPosts(file.path)) mine.set(file.path.slice(part.prefix.length).toLowerCase(), file);
	}
	return group.parts.some((other) =>
		under(other).some((file) => {
			const twin = mine.get(file.path.slice(other.prefix.length).toLowerCase());
			return twin !== undefined && differ(twin, file);
		}),
	);
}

function differ(a: SourceFile, b: SourceFile): boolean {
	return a.size !== b.size || (a.crc !== undefined && b.crc !== undefined && a.crc !== b.crc);
}

/** Where an account's id stands, by era. */
const IDENTITIES: readonly (readonly [path: string, account: RegExp])[] = [
	['manifest.js', /"accountId"\s*:\s*"(\d{1,20})"/],
	['js/user_details.js', /"id"\s*:\s*"(\d{1,20})"/],
	['account.js', /"accountId"\s*:\s*"(\d{1,20})"/],
];

async function identify(part: Part, signal: AbortSignal): Promise<Identity> {
	for (const [name, pattern] of IDENTITIES) {
		const file = under(part).find(({ path }) => {
			const inner = path.slice(part.prefix.length).toLowerCase();
			return inner === name || inner === `data/${name}`;
		});
		const text = file ? await textStart(file, signal) : '';
		const account = pattern.exec(text)?.[1];
		const made = /"generationDate"\s*:\s*"([\dTZ:.+-]{1,40})"/.exec(text)?.[1];
		if (account) return { account, ...(made && { made }) };
	}
	return {};
}

async function textStart(file: SourceFile, signal: AbortSignal): Promise<string> {
	const reader = file.stream(signal).getReader();
	const decoder = new TextDecoder();
	let text = '';
	try {
		while (text.length < IDENTITY_START) {
			const { done, value } = await reader.read();
			if (done) break;
			text += decoder.decode(value, { stream: true });
		}
	} catch (error) {
		// A damaged file tells nothing here; whoever reads it whole will report it.
		if (!(error instanceof ArchiveProblem)) throw error;
		return '';
	}
	await reader.cancel();
	return text;
}

/** The files of one archive by their path from its root; on a clash the larger file stays, and it is noted. */
export function joinParts(parts: readonly Part[], notes: SourceNote[]): Files {
	const files: Files = new Map();
	for (const { container, prefix } of parts) {
		for (const file of takeRoot(container, prefix)) addFile(files, file, notes);
	}
	return files;
}

function addFile(files: Files, file: ListedFile, notes: SourceNote[]): void {
	const key = file.path.toLowerCase();
	const twin = files.get(key);
	if (twin && differ(twin, file)) notes.push({ kind: 'clash', path: file.path });
	if (!twin || file.size > twin.size) files.set(key, file);
}

const MEDIA_ZIP = /^((?:data\/)?[^/]*_media\/)[^/]+\.zip$/;

/**
 * Archives of 2018 and 2019 hold their media in zips inside the media folders: puts their files into the
 * folder. A zip that cannot be opened is noted and left.
 * @returns how many of their names were unsafe
 */
export async function joinMediaZips(
	files: Files,
	notes: SourceNote[],
	undo: Undo,
	signal: AbortSignal,
): Promise<number> {
	let unsafeNames = 0;
	for (const [key, zip] of [...files]) {
		const match = MEDIA_ZIP.exec(key);
		if (!match) continue;
		const folder = zip.path.slice(0, match[1]?.length);
		try {
			const blob = { blob: await blobOf(zip, undo, signal), label: zip.path };
			const container = await listZip(blob);
			if (!container) throw await notZip(blob, signal);
			unsafeNames += container.unsafeNames;
			for (const file of container.files) {
				file.path = folder + file.path.slice(file.path.lastIndexOf('/') + 1);
				addFile(files, file, notes);
			}
			files.delete(key);
		} catch (error) {
			if (!(error instanceof ArchiveProblem)) throw error;
			notes.push({ kind: 'media-zip', path: zip.path, problem: error.problem });
		}
	}
	return unsafeNames;
}
