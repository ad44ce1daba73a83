import { describe, expect, it } from 'vitest';
import { readRows } from './elements';

async function read(text: string | Uint8Array, chunk = 7) {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			for (let i = 0; i < bytes.length; i += chunk) controller.enqueue(bytes.slice(i, i + chunk));
			controller.close();
		},
	});
	const values: unknown[] = [];
	const faults: unknown[] = [];
	let total = 0;
	for await (const rows of readRows(stream)) {
		values.push(...rows.values);
		faults.push(...rows.faults);
		total += rows.read;
	}
	return { values, faults, total, size: bytes.length };
}

const HEAD = 'window.YTD.tweets.part0 = ';

describe('readRows', () => {
	it('reads every layout, however the bytes are cut', async () => {
		const rows = [
			{ tweet: { a: '}],"{[' } },
			{ tweet: { b: '\\"\n', c: [1, [2]] } },
			{ tweet: 'ü😀' },
		];
		const body = JSON.stringify(rows, undefined, 2);
		const heads = [HEAD, 'Grailbird.data.tweets_2012_03 = \n', 'var tweet_index =  ', '', '\uFEFF'];
		for (const head of heads) {
			for (const tail of ['', ';', '\n;\n']) {
				for (const chunk of [1, 3, 64, 4096]) {
					const result = await read(head + body + tail, chunk);
					expect(result.values).toEqual(rows);
					expect(result.faults).toEqual([]);
					expect(result.total).toBe(result.size);
				}
			}
		}
	});

	it('finds nothing in an empty part and in an empty file', async () => {
		expect((await read(`${HEAD}[ ]`)).values).toEqual([]);
		expect((await read('')).faults).toEqual([]);
		expect((await read(' \n')).faults).toEqual([]);
	});

	it('takes what is no array of an archive for one fault', async () => {
		for (const text of ['<!doctype html><p>[1]', '{"a":1}', 'garbage', 'alert(1);[{}]']) {
			expect(await read(text)).toMatchObject({ values: [], faults: [{ row: 0, why: 'shape' }] });
		}
	});

	it('loses one row to a missing quote', async () => {
		const bad = '{\n "tweet" : {\n "id" : "2,\n "x" : "y"\n }\n }';
		const result = await read(`${HEAD}[ {"tweet":1},\n ${bad},\n {"tweet":3}\n]`);
		expect(result.values).toEqual([{ tweet: 1 }, { tweet: 3 }]);
		expect(result.faults).toEqual([{ row: 1, why: 'json' }]);
	});

	it('finds the next row behind one that never ends', async () => {
		const result = await read(`${HEAD}[ {"tweet":1}, {"tweet":{"a":[1, {"tweet":3}, {"tweet":4} ]`);
		expect(result.values).toEqual([{ tweet: 1 }, { tweet: 3 }, { tweet: 4 }]);
		expect(result.faults).toEqual([{ row: 1, why: 'json' }]);
	});

	it('reads what a cut file still has', async () => {
		const result = await read(`${HEAD}[ {"tweet":1}, {"tweet":2}, {"twe`);
		expect(result.values).toEqual([{ tweet: 1 }, { tweet: 2 }]);
		expect(result.faults).toEqual([{ row: 2, why: 'json' }]);
	});

	it('keeps bare values in their place', async () => {
		const result = await read(`${HEAD}[ null, {"tweet":1}, 7, {"tweet":2}, "x" ]`);
		expect(result.values).toEqual([null, { tweet: 1 }, 7, { tweet: 2 }, 'x']);
	});

	it('passes over a row larger than a row can be, and keeps memory flat', async () => {
		const huge = JSON.stringify({ tweet: 'x'.repeat(9 << 20) });
		const result = await read(`${HEAD}[{"tweet":1},${huge},{"tweet":2}]`, 1 << 16);
		expect(result.values).toEqual([{ tweet: 1 }, { tweet: 2 }]);
		expect(result.faults).toEqual([{ row: 1, why: 'size' }]);
	});

	it('reads bytes that are no UTF-8 as replacement characters', async () => {
		const bytes = new TextEncoder().encode(`${HEAD}[{"tweet":"a?b"},{"tweet":2}]`);
		bytes[bytes.indexOf(0x3f)] = 0xff;
		expect((await read(bytes)).values).toEqual([{ tweet: 'a\uFFFDb' }, { tweet: 2 }]);
	});
});
