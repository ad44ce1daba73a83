import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesOf, hostileZips } from '../../tests/fixtures/hostile';
import { importHere } from '../../tests/fixtures/importing';
import { installMemoryOpfs, type MemoryFolder } from '../../tests/fixtures/opfs';
import { eraseEverything, generations } from '../store';

let files: MemoryFolder;
beforeEach(() => {
	files = installMemoryOpfs();
});
afterEach(eraseEverything);

it.each(hostileZips().map((one) => [one.name, one] as const))('%s', async (_name, one) => {
	const picked = (await filesOf(one)).map((file) => ({ file, path: file.name }));
	const { events, report } = await importHere(picked, (question) =>
		question.kind === 'which-archive' ? (question.roots[0] ?? '') : 'import',
	);
	const end = events.at(-1);
	if ('problem' in one.expect) {
		expect(end).toMatchObject({ type: 'failed', readable: false });
		expect(end?.type === 'failed' && end.problem.code).toBe(one.expect.problem);
		expect(await generations()).toEqual([]);
	} else {
		expect(end?.type === 'failed' ? end.problem : end?.type).toBe('done');
		expect(report?.counts.posts).toBe(one.expect.posts);
		if (one.expect.skipped !== undefined) expect(report?.counts.skipped).toBe(one.expect.skipped);
		if (one.expect.unsafeNames !== undefined)
			expect(report?.unsafeNames).toBe(one.expect.unsafeNames);
	}
	const left = [...files.files()]
		.map(([path]) => path)
		.filter((path) => !path.startsWith('media/'));
	expect(left).toEqual([]);
});
