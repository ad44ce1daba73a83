import 'fake-indexeddb/auto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeArchive } from '../../tests/fixtures/archive';
import { backUp, bringBack, deliveryOf, look } from '../../tests/fixtures/backing-up';
import { exportHere, importHere, pick } from '../../tests/fixtures/importing';
import { readZip } from '../../tests/fixtures/naive-zip';
import { CANARY, personOf } from '../../tests/fixtures/network';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { never, signIn, startWorld } from '../../tests/fixtures/signed-in';
import type { Delivery, Draft } from '../model';
import { newDraft } from '../outbox';
import { fetchPerson, relate } from '../people';
import {
	addDeliveries,
	addRows,
	changeAgreement,
	changeList,
	eraseEverything,
	mediaRows,
	putBlob,
	putCorrections,
	putPosts,
	readAgreement,
	readBlob,
	readCorrections,
	readDeliveries,
	readDraft,
	readDrafts,
	readMedium,
	readPosts,
	readRelationship,
	readSettings,
	writeSetting,
} from '../store';
import { database } from '../store/database';
import { sha256Of } from './zip';

const HOST = 'chaos.example';
const folder = await mkdtemp(join(tmpdir(), 'townsquare-backup-'));
const archive = await makeArchive({
	out: join(folder, 'a.zip'),
	n: 300,
	mediaRate: 0.2,
	sample: 1,
});
let world: ReturnType<typeof startWorld>;

beforeEach(async () => {
	installMemoryOpfs();
	await eraseEverything();
	world = startWorld([HOST]);
});
afterEach(() => world.stop());
afterAll(() => rm(folder, { recursive: true }));

const draftOf = (id: string, text: string): Draft => ({ ...newDraft({ text }), id, rev: 1 });

const delivery = (id: string, more: Partial<Delivery> = {}) => deliveryOf(HOST, id, more);

/** A person with something of everything. */
async function live(): Promise<string> {
	const me = (await signIn(HOST, 'alice')).account;
	await fetchPerson({ handle: `bob@${HOST}` }, me);
	await relate(me, personOf(HOST, 'bob').key, { type: 'follow', on: true });
	await importHere(await pick(archive.paths));
	const picture = new Uint8Array([137, 80, 78, 71]);
	const file = await sha256Of(picture);
	await putBlob(file, new Blob([picture], { type: 'image/png' }), 1);
	const media = [{ file, type: 'image/png', name: 'tea.png', size: 4, alt: 'Tea' }];
	await addRows('drafts', [{ ...draftOf('draft-1', 'Half a thought'), media }]);
	await changeList('muffles', () => [{ text: 'weather' }]);
	await changeList('views', () => [{ id: 'v1', name: 'Quiet', filter: { withoutReposts: true } }]);
	await writeSetting('theme', 'dark');
	const sentence = 'No bots.';
	await putCorrections([{ host: HOST, rule: '1', sentence, class: 'none', readings: [], at: 5 }]);
	const post = { key: `${me}/1`, network: 'town', author: me, content: { text: 'Mine' } };
	await putPosts({ posts: [{ post, view: { by: me, localId: '1' } }], accounts: [] }, 7);
	await addDeliveries([delivery('sent-1', { state: 'sent', uri: post.key, sentAt: 9 })]);
	return me;
}

/** What of the store a backup brings back, in one text. */
async function everything(): Promise<object> {
	const [posts, settings, drafts, corrections, sent] = await Promise.all([
		exportHere().then((file) => file?.text()),
		readSettings(),
		readDrafts(),
		readCorrections(HOST),
		readDeliveries(100),
	]);
	const history = sent.map(({ prepared: _, ...one }) => one);
	const { archives } = JSON.parse(posts ?? '{}') as { archives?: unknown };
	return { archives, settings, drafts, corrections, history };
}

it('brings everything back into an empty store, and a second time changes nothing', async () => {
	const me = await live();
	const before = await everything();
	const media = await mediaRows(await keyOfArchive());
	const file = await backUp();
	expect((await look(file)).refused).toBe(0);
	await eraseEverything();
	const restored = await bringBack(file);
	expect(restored).toMatchObject({ drafts: 1, outbox: 1, muffles: 1, views: 1, corrections: 1 });
	expect(restored).toMatchObject({ settings: 1, posts: 1, archives: 1, waiting: 0 });
	expect(restored.signIn.map(({ handle }) => handle)).toEqual([`alice@${HOST}`]);
	expect(await everything()).toEqual(before);
	expect((await readPosts([`${me}/1`]))[0]).toMatchObject({ post: { author: me }, readAt: 7 });
	const [draft] = await readDrafts();
	expect((await readBlob(draft?.media[0]?.file ?? ''))?.size).toBe(4);
	expect(media.length).toBeGreaterThan(0);
	const key = await keyOfArchive();
	const brought = await mediaRows(key);
	expect(brought.map(({ name, size }) => [name, size])).toEqual(
		media.map(({ name, size }) => [name, size]),
	);
	expect((await readMedium(key, brought[0]?.name ?? ''))?.size).toBe(brought[0]?.size);
	expect(await readRelationship(me, personOf(HOST, 'bob').key)).toMatchObject({ following: true });
	expect(await bringBack(file)).toMatchObject({ drafts: 0, muffles: 0, views: 0, settings: 0 });
	expect(await everything()).toEqual(before);
});

it('ended at any moment and done again, it is the same', async () => {
	const me = await live();
	const before = await everything();
	const file = await backUp();
	await eraseEverything();
	const moments: number[] = [];
	await bringBack(file, never, (share) => moments.push(share));
	const inside = [...new Set(moments)].filter((share) => share < 1);
	expect(inside.length).toBeGreaterThan(4);
	for (const moment of inside) {
		await eraseEverything();
		const ending = new AbortController();
		const ended = bringBack(file, ending.signal, (share) => {
			if (share >= moment) ending.abort(new Error('ended'));
		});
		await expect(ended, `at ${moment}`).rejects.toThrow();
		await bringBack(file);
		expect(await everything(), `after ${moment}`).toEqual(before);
		expect((await readPosts([`${me}/1`]))[0], `after ${moment}`).toMatchObject({ readAt: 7 });
	}
});

async function keyOfArchive(): Promise<string> {
	const [generation] = await (await database()).getAll('generations');
	return generation?.account.key ?? '';
}

it('says what servers did not tell, and goes on with what is stored', async () => {
	const me = await live();
	world.town(HOST).behaviour = 'down';
	const { manifest, counts } = await look(await backUp(['people']));
	expect(manifest.missing.map(({ what }) => what)).toContain('following');
	expect(manifest.missing[0]?.account).toBe(`alice@${HOST}`);
	expect(counts.accounts).toBe(1);
	expect(me).toContain(HOST);
});

it('has lists as Mastodon imports them', async () => {
	await live();
	const entries = await entriesOf(await backUp(['people']));
	const csv = entries.get(`csv/alice@${HOST}/following_accounts.csv`);
	expect(csv).toContain(`bob@${HOST},true,false,`);
});

async function entriesOf(file: File): Promise<Map<string, string>> {
	const path = join(folder, 'made.zip');
	await writeFile(path, new Uint8Array(await file.arrayBuffer()));
	const { entries } = await readZip(path);
	return new Map(
		await Promise.all(
			entries.map(async (one) => [one.name, (await one.data()).toString('latin1')] as const),
		),
	);
}

it('holds no secret of any kind', async () => {
	await live();
	const secrets = await (await database()).getAll('sessions');
	expect(JSON.stringify(secrets)).toContain(CANARY);
	const entries = await entriesOf(await backUp());
	expect(entries.size).toBeGreaterThan(10);
	for (const [name, data] of entries) expect(data.includes(CANARY), name).toBe(false);
});

describe('what had not left when the backup was made', () => {
	const states = ['queued', 'sending', 'checking', 'needs-you'] as const;

	it.each(states)('comes back as a draft and never as what is sent: %s', async (state) => {
		await addDeliveries([delivery('d1', { state })]);
		const file = await backUp();
		await eraseEverything();
		expect(await bringBack(file)).toMatchObject({ waiting: 1, outbox: 0 });
		expect(await readDeliveries(10)).toEqual([]);
		const [draft] = await readDrafts();
		expect(draft).toMatchObject({ text: 'text of d1', targets: [`https://${HOST}/people/alice`] });
		expect(draft).not.toHaveProperty('enqueuedAt');
	});

	it('is left alone where it has been sent since', async () => {
		await addRows('drafts', [{ ...draftOf('a', 'Hello'), enqueuedAt: 3 }]);
		await addDeliveries([delivery('d1', { draft: 'a' })]);
		const file = await backUp();
		await (await database()).put('deliveries', delivery('d1', { draft: 'a', state: 'sent' }));
		await (await database()).delete('drafts', 'a');
		expect(await bringBack(file)).toMatchObject({ waiting: 0, outbox: 0, drafts: 0 });
		expect(await readDrafts()).toEqual([]);
	});

	it('keeps the draft that it came from, for those targets alone', async () => {
		const targets = ['one', 'two'];
		await addRows('drafts', [{ ...draftOf('a', 'Hello'), targets, enqueuedAt: 3, warning: 'W' }]);
		await addDeliveries([
			delivery('d1', { draft: 'a', target: 'one', state: 'sent' }),
			delivery('d2', { draft: 'a', target: 'two' }),
		]);
		const file = await backUp();
		await eraseEverything();
		await bringBack(file);
		const drafts = await readDrafts();
		expect(drafts).toMatchObject([{ text: 'Hello', warning: 'W', targets: ['two'] }]);
	});
});

describe('into a store that is not empty', () => {
	it('overwrites no draft: the other is put beside it, once', async () => {
		await addRows('drafts', [draftOf('a', 'The old words')]);
		const file = await backUp();
		await (await database()).put('drafts', draftOf('a', 'The new words'));
		expect(await bringBack(file)).toMatchObject({ drafts: 1 });
		expect(await bringBack(file)).toMatchObject({ drafts: 0 });
		expect((await readDrafts()).map(({ text }) => text).sort()).toEqual([
			'The new words',
			'The old words',
		]);
		expect((await readDraft('a'))?.text).toBe('The new words');
	});

	it('keeps what is newer, and what was chosen here', async () => {
		await live();
		const file = await backUp();
		await writeSetting('theme', 'light');
		await changeList('muffles', () => [{ text: 'rain' }]);
		const newer = { host: HOST, rule: '1', sentence: 'No bots.', readings: [], at: 6 };
		await putCorrections([{ ...newer, class: 'conduct' }]);
		await bringBack(file);
		const { theme, muffles } = await readSettings();
		expect(theme).toBe('light');
		expect(muffles).toEqual([{ text: 'rain' }, { text: 'weather' }]);
		expect((await readCorrections(HOST))[0]?.class).toBe('conduct');
	});

	it('signs nobody out', async () => {
		await live();
		const before = await (await database()).getAll('sessions');
		const restored = await bringBack(await backUp());
		expect(restored.signIn).toEqual([]);
		expect(await (await database()).getAll('sessions')).toEqual(before);
	});
});

it('keeps which accounts are one person: of two that differ what was said last', async () => {
	const said = (other: string, same: boolean, at: number) => ({ one: 'a', other, same, at });
	await changeList('persons', () => [said('b', true, 5), said('c', false, 5)]);
	const file = await backUp(['people']);
	await eraseEverything();
	const turned = { one: 'b', other: 'a', same: false, at: 6 };
	await changeList('persons', () => [turned]);
	expect(await bringBack(file)).toMatchObject({ persons: 1 });
	expect((await readSettings()).persons).toEqual([turned, said('c', false, 5)]);
	expect(await bringBack(file)).toMatchObject({ persons: 0 });
});

it('what is of this browser alone goes into no backup, and none brings it', async () => {
	const agreement = { device: CANARY, registers: new Map(), here: {} };
	await changeAgreement(() => ({ agreement }));
	await writeSetting('tellNeeds', 'on');
	await changeList('sites', () => [{ host: CANARY }]);
	const file = await backUp();
	for (const [name, data] of await entriesOf(file)) expect(data, name).not.toMatch(CANARY);
	expect((await look(file)).counts.settings).toBeUndefined();
	await bringBack(file);
	expect(await readAgreement()).toEqual(agreement);
	await eraseEverything();
	await bringBack(file);
	expect(await (await database()).getAllKeys('settings')).toEqual([]);
});
