import { readFileSync } from 'node:fs';
import { archiveProblem, type ProblemCode } from '../../lib/archive/problems';
import { hostileZips, writeHostile } from '../fixtures/hostile';
import { eraseEverything } from './steps/erasing';
import { outcome, shownCounts, startImport } from './steps/importing';
import { archiveRecords, lookThrough } from './steps/storage';
import { expect, test } from './town';

const TEXTS: Readonly<Record<string, { message: string }>> = JSON.parse(
	readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const cases = hostileZips();
/** One browser for a handful: a start costs more than an import. */
const HANDFUL = 12;

test('there are at least forty of them', () => expect(cases.length).toBeGreaterThanOrEqual(40));

for (let first = 0; first < cases.length; first += HANDFUL) {
	const some = cases.slice(first, first + HANDFUL);
	test.describe(`malformed and hostile files ${first + 1} to ${first + some.length}`, () => {
		test('give the right counts or the right sentence', async ({ town: { screen }, folder }) => {
			test.setTimeout(120_000);
			for (const { case: one, paths } of await writeHostile(folder, some)) {
				await test.step(one.name, async () => {
					await startImport(screen, paths);
					const ended = await outcome(screen);
					if ('problem' in one.expect) {
						const sentence = sentenceOf(one.expect.problem as ProblemCode);
						expect(ended, one.name).toEqual({ alert: expect.stringMatching(sentence) });
						return;
					}
					expect(ended, one.name).toEqual({ report: expect.any(String) });
					const counts = await shownCounts(screen);
					expect({ name: one.name, posts: counts.posts }).toEqual({
						name: one.name,
						posts: one.expect.posts,
					});
					if (one.expect.skipped !== undefined) {
						expect(counts.skipped, one.name).toBe(one.expect.skipped);
					}
					await eraseEverything(screen);
				});
			}
			expect(archiveRecords(await lookThrough(screen))).toBe(0);
		});
	});
}

/** The sentence that goes with a problem, whatever its parameters are. */
function sentenceOf(code: ProblemCode): RegExp {
	const { happened } = archiveProblem(code).problem;
	const keys = code === 'cut-short' ? [happened.key, 'problemCutShortKnown'] : [happened.key];
	const patterns = keys.map((key) =>
		(TEXTS[key]?.message ?? '')
			.split(/\{\w+\}/)
			.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
			.join('[^]*'),
	);
	return new RegExp(patterns.join('|'));
}
