import { beforeEach, expect, it } from 'vitest';
import { pick } from '../../tests/fixtures/hostile-archive';
import { rawZip } from '../../tests/fixtures/hostile-bytes';
import { importHere } from '../../tests/fixtures/importing';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { eraseEverything } from '../store';

beforeEach(async () => {
	installMemoryOpfs();
	await eraseEverything();
});

async function problemWith(entries: { name: string; data: string }[]) {
	const { events } = await importHere([pick('tw.zip', rawZip(entries))]);
	const end = events.at(-1);
	return end?.type === 'failed' ? end.problem : end?.type;
}

const tweets = (data: string) => problemWith([{ name: 'data/tweets.js', data }]);

it('an account without posts is told from a file without tweets', async () => {
	expect(await tweets('window.YTD.tweets.part0 = [ ]')).toMatchObject({ code: 'no-posts' });
	const file = { parameters: { file: 'data/tweets.js' } };
	expect(await tweets('<html>Sign in</html>')).toMatchObject({ code: 'web-page', happened: file });
	expect(await tweets('nothing of use')).toMatchObject({ code: 'no-rows', happened: file });
});

it('a zip of something else is called by its name', async () => {
	const file = { parameters: { file: 'tw.zip' } };
	expect(await problemWith([{ name: 'Your archive.html', data: '<html>' }])).toMatchObject({
		code: 'archive-page',
		happened: file,
	});
	for (const [name, format] of [
		['word/document.xml', 'Word, .docx'],
		['xl/workbook.xml', 'Excel, .xlsx'],
		['META-INF/manifest.xml', 'OpenDocument'],
	] as const) {
		expect(await problemWith([{ name, data: '<x/>' }])).toMatchObject({
			code: 'document',
			happened: { parameters: { format } },
		});
	}
});
