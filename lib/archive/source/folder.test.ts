import { describe, expect, it } from 'vitest';
import { listFolder } from './folder';

const { signal } = new AbortController();

function pick(path: string, content = 'x') {
	return { file: new File([content], path.split('/').pop() ?? ''), path };
}

class GoneFile extends File {
	override stream(): never {
		throw new DOMException('the file changed', 'NotReadableError');
	}
}

describe('listFolder', () => {
	it('lists names, without what systems leave behind', () => {
		const { files, unsafeNames } = listFolder('tw', [
			pick('tw/data/tweets.js'),
			pick('/tw/data/like.js'),
			pick('tw/.DS_Store'),
			pick('tw/__MACOSX/data/tweets.js'),
			pick('tw/data/._tweets.js'),
			pick('tw/../x.js'),
		]);
		expect(files.map(({ path }) => path)).toEqual(['tw/data/tweets.js', 'tw/data/like.js']);
		expect(unsafeNames).toBe(1);
	});

	it('streams a file and hands it out as it is', async () => {
		const picked = pick('data/tweets.js', 'rain and bread');
		const [file] = listFolder('data', [picked]).files;
		expect(await new Response(file?.stream(signal)).text()).toBe('rain and bread');
		expect(file?.size).toBe(14);
		expect(await file?.blob?.()).toBe(picked.file);
	});

	it('says so when a file is gone', async () => {
		const file = new GoneFile(['x'], 'tweets.js');
		const [gone] = listFolder('data', [{ file, path: 'data/tweets.js' }]).files;
		await expect(gone?.stream(signal).getReader().read()).rejects.toMatchObject({
			problem: { code: 'unreadable', happened: { parameters: { file: 'data/tweets.js' } } },
		});
	});

	it('ends with the reason of its signal', async () => {
		const [file] = listFolder('data', [pick('data/tweets.js')]).files;
		const aborted = AbortSignal.abort(new Error('enough'));
		await expect(file?.stream(aborted).getReader().read()).rejects.toThrow('enough');
	});
});
