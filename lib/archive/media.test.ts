import { beforeEach, expect, it } from 'vitest';
import { archive, idOf, pick, tweet } from '../../tests/fixtures/hostile-archive';
import { importHere } from '../../tests/fixtures/importing';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { eraseEverything, mediaRows } from '../store';

const photo = (name: string) => ({ type: 'photo', media_url_https: `https://m.example/${name}` });
const row = (i: number, name: string) =>
	tweet(i, { extended_entities: { media: [photo(name)] }, entities: {} });
const file = (i: number, name: string, data: string) => ({
	name: `data/tweets_media/${idOf(i)}-${name}`,
	data,
	store: true,
});

beforeEach(async () => {
	installMemoryOpfs();
	await eraseEverything();
});

it('files that are not shown are neither present nor missing, and what is missing is listed', async () => {
	const rows = [row(0, 'a.jpg'), row(1, 'b.svg'), row(2, 'c.jpg'), row(3, 'd.jpg')];
	const zip = archive(
		{ name: 'data/tweets.js', data: `window.YTD.tweets.part0 = ${JSON.stringify(rows)}` },
		file(0, 'a.jpg', '\u00ff picture'),
		file(1, 'b.svg', '<svg/>'),
		file(2, 'c.jpg', ' <!doctype html>'),
	);
	const { report } = await importHere([pick('tw.zip', zip)]);
	expect(report?.counts).toMatchObject({ mediaPresent: 2, mediaMissing: 1 });
	expect(report?.missingMedia).toMatchObject([{ post: `tw:${idOf(3)}` }]);
	expect(report?.media).toMatchObject({ unshown: 2, failed: 0 });
	const names = (await mediaRows(report?.account.key ?? '')).map(({ name }) => name);
	expect(names).toContain(`${idOf(0)}-a.jpg`);
	expect(names).not.toContain(`${idOf(2)}-c.jpg`);
});
