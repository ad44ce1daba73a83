import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeArchive } from '../../tests/fixtures/archive';
import { importHere, pick } from '../../tests/fixtures/importing';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { desk, only } from '../../tests/outbox/desk';
import { get, read } from '../timeline';
import { confirmHandedOver, step } from '.';

const { sent } = desk();

it('a post with its link joins my history, and an archive that brings it takes its place', async () => {
	installMemoryOpfs();
	const folder = await mkdtemp(join(tmpdir(), 'townsquare-handed-'));
	const made = await makeArchive({ out: join(folder, 'a.zip'), n: 40, sample: 40 });
	const key = made.posts[20]?.key ?? '';
	const row = await only(sent({ text: 'By hand', targets: ['window:x'] }));
	await step(row.id, 'opened');
	await confirmHandedOver(row.id, `https://x.com/alice/status/${key.replace('tw:', '')}`);
	const shown = async () =>
		(await read('home', undefined, 500)).filter(({ post }) => post.key === key);
	expect(await shown()).toMatchObject([
		{ post: { key, network: 'x', content: { text: 'By hand' } }, author: { handle: 'alice' } },
	]);
	expect((await get(key))?.post.content.text).toBe('By hand');
	await importHere(await pick(made.paths));
	const [archived, ...doubled] = await shown();
	expect(doubled).toEqual([]);
	expect(archived?.owner).toBeDefined();
	expect(archived?.post.content.text).not.toBe('By hand');
	expect((await get(key))?.owner).toBe(archived?.owner);
	await rm(folder, { recursive: true });
});
