import { expect, it } from 'vitest';
import { pick } from '../../../../tests/fixtures/hostile-archive';
import { rawZip } from '../../../../tests/fixtures/hostile-bytes';
import { openSource } from '../source';
import { leastSize } from './walk';

const { signal } = new AbortController();
const zip = rawZip([
	{ name: 'data/tweets.js', data: 'rain '.repeat(500), store: true },
	{ name: 'data/like.js', data: 'bread '.repeat(500) },
]);
const cutAt = (size: number, whole: Uint8Array = zip) => ({
	blob: new Blob([whole.slice(0, size)]),
	label: 'tw.zip',
});

it('a cut zip tells from its headers how long it was at least', async () => {
	for (const size of [60, 2000, zip.length - 100, zip.length - 1]) {
		const least = (await leastSize(cutAt(size), signal)) ?? 0;
		expect(least, `cut at ${size}`).toBeGreaterThan(size);
		expect(least, `cut at ${size}`).toBeLessThanOrEqual(zip.length);
	}
});

it('says so to the person', async () => {
	const cut = pick('tw.zip', zip.slice(0, 2000));
	const options = { signal, chooseRoot: async () => '' };
	await expect(openSource([cut], options)).rejects.toMatchObject({
		problem: { code: 'cut-short', happened: { key: 'problemCutShortAtLeast' } },
	});
});

it('says nothing where the headers say nothing', async () => {
	const streamed = zip.slice();
	streamed[6] = 8;
	expect(await leastSize(cutAt(2000, streamed), signal)).toBeUndefined();
	expect(await leastSize(cutAt(3, streamed), signal)).toBe(22);
});
