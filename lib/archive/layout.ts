import type { Instant } from '../model';
import { parseInstant } from '../text';
import { readValue } from './json';
import { fields, isObject, list, string, whole } from './rows/fields';
import type { Source, SourceFile } from './source/source';

/** The files of an archive that are read at all; everything else in it is never opened. */
export type Layout = {
	tweets: SourceFile[];
	communities: SourceFile[];
	notes: SourceFile[];
	likes: SourceFile[];
	relations: Record<'following' | 'followers' | 'blocks' | 'mutes', SourceFile[]>;
	media: SourceFile[];
	profileMedia: SourceFile[];
	account?: SourceFile;
	profile?: SourceFile;
	userDetails?: SourceFile;
	payloadDetails?: SourceFile;
	manifest?: Manifest;
};

export type Manifest = {
	accountId?: unknown;
	userName?: unknown;
	displayName?: unknown;
	archiveDate?: Instant;
	/** Rows that the archive says its files have, by file name in lower case, with the name as it was written. */
	rows: ReadonlyMap<string, { name: string; rows: number }>;
};

const PART = '(?:-part\\d+)?\\.js$';
const named = (stem: string) => new RegExp(`^(?:data/)?${stem}${PART}`, 'i');
const TWEETS = named('tweets?');
const GRAILBIRD = /^data\/js\/tweets\/\d{4}_\d{2}\.js$/i;
const COMMUNITIES = named('community-tweets?');
const NOTES = named('note-tweets?');
const LIKES = named('likes?');
const RELATIONS = {
	following: named('following'),
	followers: named('follower'),
	blocks: named('block'),
	mutes: named('mute'),
} as const;
const MEDIA = /^(?:data\/)?(?:tweets?|community_tweet)_media\//i;
const PROFILE_MEDIA = /^(?:data\/)?profile_media\//i;

/** Sorts the files of an archive of any layout since 2012 by what is in them. Opens the manifest only. */
export async function layoutOf(source: Source, signal: AbortSignal): Promise<Layout> {
	const files = [...source.files];
	const matching = (pattern: RegExp) => inOrder(files.filter(({ path }) => pattern.test(path)));
	const one = (...paths: string[]) => paths.map((path) => source.find(path)).find((file) => file);
	const manifestFile = one('data/manifest.js', 'manifest.js');
	const manifest = manifestFile ? await readManifest(manifestFile, signal) : undefined;
	const account = one('data/account.js', 'account.js');
	const profile = one('data/profile.js', 'profile.js');
	const userDetails = one('data/js/user_details.js');
	const payloadDetails = one('data/js/payload_details.js');
	return {
		tweets: [...matching(TWEETS), ...matching(GRAILBIRD)],
		communities: matching(COMMUNITIES),
		notes: matching(NOTES),
		likes: matching(LIKES),
		relations: {
			following: matching(RELATIONS.following),
			followers: matching(RELATIONS.followers),
			blocks: matching(RELATIONS.blocks),
			mutes: matching(RELATIONS.mutes),
		},
		media: matching(MEDIA),
		profileMedia: matching(PROFILE_MEDIA),
		...(account ? { account } : {}),
		...(profile ? { profile } : {}),
		...(userDetails ? { userDetails } : {}),
		...(payloadDetails ? { payloadDetails } : {}),
		...(manifest ? { manifest } : {}),
	};
}

/** `tweets.js` before `tweets-part2.js` before `tweets-part10.js`. */
function inOrder(files: SourceFile[]): SourceFile[] {
	const part = (path: string) => Number(/-part(\d+)\.js$/i.exec(path)?.[1] ?? 0);
	return files.sort((a, b) => part(a.path) - part(b.path) || (a.path < b.path ? -1 : 1));
}

async function readManifest(file: SourceFile, signal: AbortSignal): Promise<Manifest | undefined> {
	const value = await readValue(file, signal);
	if (!isObject(value)) return undefined;
	const raw = fields<'userInfo' | 'archiveInfo' | 'dataTypes'>(value);
	const user = fields<'accountId' | 'userName' | 'displayName'>(raw.userInfo);
	const archiveDate = parseInstant(fields<'generationDate'>(raw.archiveInfo).generationDate);
	const rows = new Map<string, { name: string; rows: number }>();
	for (const type of Object.values(isObject(raw.dataTypes) ? raw.dataTypes : {})) {
		for (const item of list(fields<'files'>(type).files)) {
			const { fileName, count } = fields<'fileName' | 'count'>(item);
			const name = string(fileName);
			const expected = whole(count);
			if (name && expected !== undefined) rows.set(plainName(name), { name, rows: expected });
		}
	}
	return { ...user, ...(archiveDate === undefined ? {} : { archiveDate }), rows };
}

/** Whether a file that should hold rows is a web page: what a sign-in leaves where a file was wanted. */
export async function isPage(file: SourceFile, signal: AbortSignal): Promise<boolean> {
	const start = new TextDecoder().decode(await beginning(file, signal));
	return /^\s*(?:<!doctype html|<html|<\?xml)/i.test(start);
}

const BEGINNING = 16 << 10;

/** The first bytes, the same ones however a zip or a folder cuts its chunks. */
export async function beginning(file: SourceFile, signal: AbortSignal): Promise<Uint8Array> {
	const bytes = new Uint8Array(Math.min(BEGINNING, file.size));
	const reader = file.stream(signal).getReader();
	let length = 0;
	while (length < bytes.length) {
		const { done, value } = await reader.read();
		if (done) break;
		bytes.set(value.subarray(0, bytes.length - length), length);
		length += value.length;
	}
	await reader.cancel();
	return bytes;
}

/** The manifest says `data/tweets.js` also when the folder `data` itself was chosen. */
export function plainName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** Files of posts and likes that the manifest lists with rows and the archive lacks. */
export function missingFiles(layout: Layout): { name: string; rows: number }[] {
	const read = [...layout.tweets, ...layout.communities, ...layout.notes, ...layout.likes];
	const have = new Set(read.map(({ path }) => plainName(path)));
	const wanted = [TWEETS, COMMUNITIES, NOTES, LIKES];
	return [...(layout.manifest?.rows ?? [])]
		.filter(
			([plain, { rows }]) => rows > 0 && !have.has(plain) && wanted.some((w) => w.test(plain)),
		)
		.map(([, { name, rows }]) => ({ name, rows }));
}
