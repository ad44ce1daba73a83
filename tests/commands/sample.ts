import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ARTIFACTS, ROOT } from '../browsers/extension';
import { type Expected, makeArchive } from '../fixtures/archive';

const GENERATOR = resolve(ROOT, 'tests/fixtures');
const OPTIONS = { n: 24_000, mode: 'real', mediaMax: 600 } as const;

/** The invented life that the tour shows. Made once; made anew when the generator has changed. */
export async function sampleArchive(): Promise<Expected> {
	const folder = join(ARTIFACTS, 'sample', fingerprint());
	const truth = join(folder, 'expected.json');
	if (existsSync(truth)) return JSON.parse(readFileSync(truth, 'utf8'));
	rmSync(join(ARTIFACTS, 'sample'), { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const expected = await makeArchive({ ...OPTIONS, out: join(folder, 'twitter-ida-example.zip') });
	writeFileSync(truth, JSON.stringify(expected));
	return expected;
}

function fingerprint(): string {
	const hash = createHash('sha256').update(JSON.stringify(OPTIONS));
	const files = readdirSync(GENERATOR, { recursive: true, encoding: 'utf8' });
	for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
		hash.update(readFileSync(join(GENERATOR, file)));
	}
	return hash.digest('hex').slice(0, 12);
}
