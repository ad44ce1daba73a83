import { type ArchiveProblem, archiveProblem } from '../problems';
import type { Container } from './file';
import { readBytes, SPANNED, viewOf } from './zip/bytes';

/** Exports of other networks, known by names of files in them. */
const NETWORKS: readonly (readonly [network: string, name: RegExp])[] = [
	['Mastodon', /(?:^|\/)(?:outbox|actor)\.json$/i],
	['Mastodon', /(?:^|\/)(?:following|blocked|muted)_accounts[^/]*\.csv$/i],
	['Bluesky', /\.car$/i],
	['Threads', /(?:^|\/)threads_and_replies\.(?:json|html)$/i],
	['Instagram', /(?:^|\/)your_instagram_activity\//i],
	['Facebook', /(?:^|\/)(?:your_facebook_activity|your_activity_across_facebook)\//i],
	['TikTok', /(?:^|\/)user_data_tiktok\.json$/i],
	['Google', /^takeout\//i],
];

/** The network whose export these names are. */
export function otherNetwork(containers: readonly Container[]): string | undefined {
	for (const [network, name] of NETWORKS) {
		if (containers.some(({ files }) => files.some(({ path }) => name.test(path)))) return network;
	}
	return undefined;
}

/** Documents that are zips inside, known by names in them. */
const DOCUMENTS: readonly (readonly [format: string, name: RegExp])[] = [
	['Word, .docx', /^word\/document\.xml$/i],
	['Excel, .xlsx', /^xl\/workbook\.xml$/i],
	['PowerPoint, .pptx', /^ppt\/presentation\.xml$/i],
	['EPUB', /^META-INF\/container\.xml$/i],
	['OpenDocument', /^META-INF\/manifest\.xml$/i],
];

/** The kind of document that these names are the inside of. */
export function documentOf(containers: readonly Container[]): string | undefined {
	return DOCUMENTS.find(([, name]) =>
		containers.some(({ files }) => files.some(({ path }) => name.test(path))),
	)?.[0];
}

/** First bytes of packings that are not zip. https://en.wikipedia.org/wiki/List_of_file_signatures */
const PACKINGS: readonly (readonly [format: string, at: number, bytes: readonly number[]])[] = [
	['gz', 0, [0x1f, 0x8b]],
	['bz2', 0, [0x42, 0x5a, 0x68]],
	['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
	['zst', 0, [0x28, 0xb5, 0x2f, 0xfd]],
	['7z', 0, [0x37, 0x7a, 0xbc, 0xaf]],
	['rar', 0, [0x52, 0x61, 0x72, 0x21, 0x1a]],
	['tar', 257, [0x75, 0x73, 0x74, 0x61, 0x72]],
];

/**
 * What a chosen file is that is neither a zip nor part of an archive, by its first bytes and its name.
 * @throws ArchiveProblem `unreadable`
 */
export async function strangerProblem(file: Blob, name: string): Promise<ArchiveProblem> {
	const { size } = file;
	const named = { file: name };
	if (size === 0) return archiveProblem('empty-file', named);
	const start = await readBytes({ blob: file, label: name }, 0, 1024);
	const format = PACKINGS.find(([, at, bytes]) => bytes.every((b, i) => start[at + i] === b))?.[0];
	const text = new TextDecoder().decode(start).trimStart().toLowerCase();
	if (/^(?:<!doctype html|<html|<\?xml)/.test(text)) {
		return archiveProblem(/^your archive/i.test(name) ? 'archive-page' : 'web-page', named);
	}
	const network = networkOf(name, text, format);
	if (network) return archiveProblem('other-network', { ...named, network });
	if (format) return archiveProblem('packed', { ...named, format });
	const spanned = start.length >= 4 && viewOf(start).getUint32(0, true) === SPANNED;
	return archiveProblem(spanned || /\.z\d\d$/i.test(name) ? 'split-zip' : 'not-a-zip', named);
}

function networkOf(name: string, text: string, format: string | undefined): string | undefined {
	// A repository as AT Protocol exports it: CBOR of {roots, version} comes first. https://ipld.io/specs/transport/car/
	if (/\.car$/i.test(name) || /^.{0,4}eroots/s.test(text)) return 'Bluesky';
	if (text.includes('https://www.w3.org/ns/activitystreams')) return 'Mastodon';
	if (text.startsWith('account address,')) return 'Mastodon';
	return format === 'gz' && /^archive-\d{14}-[0-9a-f]+\.tar\.gz$/i.test(name)
		? 'Mastodon'
		: undefined;
}
