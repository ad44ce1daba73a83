import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { bringBack, look } from '../../tests/fixtures/backing-up';
import { deflatedRun, rawZip } from '../../tests/fixtures/hostile-bytes';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { eraseEverything, readDrafts, readSettings } from '../store';
import { database } from '../store/database';
import { sha256Of, ZipWriter } from './zip';

// A file that somebody else made: nothing of it is believed.

type Given = { path: string; part: string; text: string; rows?: number };

/** A backup with these files, its list right unless `change` makes it wrong. */
async function made(
	files: readonly Given[],
	change: (manifest: Record<string, unknown>) => unknown = (manifest) => manifest,
): Promise<File> {
	const zip = new ZipWriter(new Date(0));
	const listed = [];
	for (const { path, part, text } of files) {
		const written = await zip.add(path, new Blob([text]), true);
		listed.push({ path, part, ...written });
	}
	const manifest = {
		format: 'townsquare-backup',
		version: 1,
		app: '1',
		files: listed,
		missing: [],
	};
	const list = change({ ...manifest, madeAt: '2026-11-22T00:00:00.000Z' });
	await zip.add('manifest.json', new Blob([JSON.stringify(list)]), true);
	return zip.end('backup.zip');
}

async function counts(): Promise<number> {
	const db = await database();
	const all = await Promise.all(Array.from(db.objectStoreNames, (name) => db.count(name)));
	return all.reduce((sum, count) => sum + count, 0);
}

async function refusal(file: File): Promise<string> {
	const error = await look(file).then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(await counts()).toBe(0);
	return (error as Error).message;
}

const DRAFT = {
	...{ id: 'a', rev: 1, createdAt: 1, changedAt: 1, origin: 'typed', text: 'Hello', media: [] },
	...{ visibility: 'public', targets: [], own: {}, undoSeconds: 10, answers: [] },
};
const draft = (more: object = {}) => JSON.stringify({ ...DRAFT, ...more });

beforeEach(async () => {
	installMemoryOpfs();
	await eraseEverything();
});

describe('is refused with a sentence, and nothing is written', () => {
	it.each([
		['no zip', async () => new File(['text'], 'a.zip'), 'backupNotOne'],
		[
			'a zip of others',
			async () => new File([rawZip([{ name: 'a', data: 'b' }]) as BlobPart], 'a.zip'),
			'backupNotOne',
		],
		['another version', () => made([], (list) => ({ ...list, version: 2 })), 'backupNewer'],
		['another format', () => made([], (list) => ({ ...list, format: 'x' })), 'backupNotOne'],
		['a list that is no JSON object', () => made([], () => 'x'), 'backupNotOne'],
		[
			'a part of another kind',
			() => made([{ path: 'sessions.ndjson', part: 'sessions', text: '{}' }]),
			'backupUnknownPart',
		],
		[
			'a name of every object for a kind',
			() => made([{ path: 'a', part: 'constructor', text: '{}' }]),
			'backupUnknownPart',
		],
		[
			'a part in the place of another',
			() => made([{ path: 'sessions.ndjson', part: 'drafts', text: draft() }]),
			'backupNotOne',
		],
		[
			'a file that is not on the list',
			() =>
				made([{ path: 'drafts.ndjson', part: 'drafts', text: draft() }], (list) => ({
					...list,
					files: [],
				})),
			'backupStrangers',
		],
		[
			'another hash',
			() =>
				made([{ path: 'drafts.ndjson', part: 'drafts', text: draft() }], (list) => ({
					...list,
					files: (list['files'] as object[]).map((one) => ({ ...one, sha256: '0'.repeat(64) })),
				})),
			'backupDamaged',
		],
		[
			'a file of a draft under the name of another',
			() => made([{ path: `files/${'0'.repeat(64)}`, part: 'files', text: 'x' }]),
			'backupDamaged',
		],
	] as const)('%s', async (_name, file, key) => {
		expect(await refusal(await file())).toBe(key);
	});

	it('a byte that changed on its way', async () => {
		const file = await made([{ path: 'drafts.ndjson', part: 'drafts', text: draft() }]);
		const bytes = new Uint8Array(await file.arrayBuffer());
		bytes[50] = (bytes[50] ?? 0) ^ 1;
		expect(await refusal(new File([bytes], 'a.zip'))).toBe('backupDamaged');
	});

	it('what unpacks to much more', async () => {
		const { packed, size } = deflatedRun(32, 40);
		const sha256 = await sha256Of(new Uint8Array(size).fill(32));
		const file = { path: 'drafts.ndjson', part: 'drafts', bytes: size, sha256 };
		const list = { format: 'townsquare-backup', version: 1, app: '1', missing: [] };
		const manifest = JSON.stringify({ ...list, madeAt: '2026-11-22', files: [file] });
		const entry = { name: 'drafts.ndjson', packed, size, crc: 0 };
		const zip = rawZip([{ name: 'manifest.json', data: manifest }, entry as never]);
		expect(await refusal(new File([zip as BlobPart], 'a.zip'))).toBe('backupBomb');
	});
});

describe('of a row that is not what it says', () => {
	it.each([
		['no JSON', '{'],
		['no object', '[]'],
		['a field of another kind', draft({ text: 7 })],
		['a field that is missing', '{"id":"a"}'],
		['a text without end', draft({ text: 'x'.repeat(2_000_001) })],
		[
			'a name that changes all objects',
			draft().replace('"own":{}', '"own":{"__proto__":{"text":"x"}}'),
		],
		[
			'a file that leads elsewhere',
			draft({ media: [{ file: '../sessions', type: 'a', name: 'b', size: 1 }] }),
		],
	])('%s: it is left out and counted', async (_name, row) => {
		const text = `${row}\n${draft({ id: 'b' })}\n`;
		const file = await made([{ path: 'drafts.ndjson', part: 'drafts', text }]);
		expect(await look(file)).toMatchObject({ refused: 1, counts: { drafts: 1 } });
		await bringBack(file);
		expect((await readDrafts()).map(({ id }) => id)).toEqual(['b']);
		expect(({} as { text?: string }).text).toBeUndefined();
	});

	it('fields that are not known stay behind, and addresses lead to the web alone', async () => {
		const post = { key: 'https://a.example/1', network: 'm', content: { text: 'x' } };
		const views = [{ by: 'https://a.example/me', localId: '1', own: true }];
		const link = { start: 0, end: 1, type: 'link', href: 'javascript:alert(1)' };
		const rows = [
			{ post: { ...post, html: '<b>' }, views, readAt: 1 },
			{ post: { ...post, key: 'b', content: { text: 'x', facets: [link] } }, views, readAt: 1 },
			{ post: { ...post, key: 'c', url: 'data:text/html,x' }, views, readAt: 1 },
		];
		const text = rows.map((row) => JSON.stringify(row)).join('\n');
		const file = await made([{ path: 'posts-1.ndjson', part: 'posts', text }]);
		expect(await look(file)).toMatchObject({ refused: 2, counts: { posts: 1 } });
		await bringBack(file);
		const [stored] = await (await database()).getAll('posts');
		expect(stored?.post).toEqual(post);
		expect(stored?.views[0]).not.toHaveProperty('own');
	});
});

it('settings that do not exist are not written', async () => {
	const rows = [
		{ name: 'theme', value: 'dark' },
		{ name: 'daily-backup', value: 'on' },
		{ name: 'density', value: 'huge' },
		{ name: 'agreement', value: 'on' },
		{ name: 'tellMentions', value: 'on' },
	];
	const text = rows.map((row) => JSON.stringify(row)).join('\n');
	const file = await made([{ path: 'settings.ndjson', part: 'settings', text }]);
	expect(await bringBack(file)).toMatchObject({ settings: 1 });
	expect(await (await database()).getAllKeys('settings')).toEqual(['theme']);
	expect((await readSettings()).density).toBe('comfortable');
});
