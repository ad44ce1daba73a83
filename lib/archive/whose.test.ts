import { beforeEach, expect, it } from 'vitest';
import { archive, pick, tweet } from '../../tests/fixtures/hostile-archive';
import { importHere } from '../../tests/fixtures/importing';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { eraseEverything, generations } from '../store';
import type { Question } from './events';

/** Someone kept only tweets.js: one tweet, whose text alone tells archives apart. */
function nameless(text: string, day = 6) {
	const rows = [tweet(1, { full_text: text, id_str: `17870000000000000${day}0`, id: undefined })];
	return [pick('data/tweets.js', `window.YTD.tweets.part0 = ${JSON.stringify(rows)}`)];
}

const named = () => [pick('archive.zip', archive())];
const stored = async () =>
	(await generations()).map(({ account, lists }) => [
		account.name,
		account.handle,
		lists.posts.count,
	]);

beforeEach(async () => {
	installMemoryOpfs();
	await eraseEverything();
});

it('two archives that do not say whose they are stay apart unless the person says otherwise', async () => {
	const asked: Question[] = [];
	const answer = (choice: string) => (question: Question) => {
		asked.push(question);
		return choice;
	};
	await importHere(nameless('bread'), answer('stop'));
	expect(asked).toEqual([]);
	const [first] = await generations();
	const key = first?.account.key ?? '';

	const declined = await importHere(nameless('steel', 7), answer('stop'));
	expect(asked).toMatchObject([{ kind: 'whose', known: false, candidates: [{ key }] }]);
	expect(declined.events.at(-1)).toEqual({ type: 'cancelled', readable: false });

	await importHere(nameless('steel', 7), answer('own: Somebody '));
	expect(await stored()).toContainEqual(['', '', 1]);
	expect(await stored()).toContainEqual(['Somebody', '', 1]);

	await importHere(nameless('cloud', 8), answer(`same:${key}`));
	expect(await stored()).toContainEqual(['', '', 2]);
	expect(asked).toHaveLength(3);

	const again = await importHere(nameless('cloud', 8), answer('stop'));
	expect(asked).toHaveLength(3);
	expect(again.unchanged).toBe(true);
});

it('one that the person knows becomes part of their account, which keeps its name', async () => {
	await importHere(named());
	const [before] = await generations();
	const key = before?.account.key ?? '';
	await importHere(nameless('bread'), () => `same:${key}`);
	const all = await generations();
	expect(all.map(({ account }) => account)).toEqual([before?.account]);
	expect(all[0]?.imports).toHaveLength(2);
});

it('gets its name from a later archive that says whose it is', async () => {
	await importHere(nameless('bread'));
	const [before] = await generations();
	const questions: Question[] = [];
	await importHere(named(), (question) => {
		questions.push(question);
		return `same:${before?.account.key}`;
	});
	expect(questions).toMatchObject([{ kind: 'whose', known: true }]);
	const all = await generations();
	expect(all).toHaveLength(1);
	expect(all[0]?.account).toMatchObject({ key: before?.account.key });
	expect(all[0]?.account.handle).not.toBe('');
});

it('the time for an answer is no time of the import', async () => {
	await importHere(nameless('bread'));
	const { events } = await importHere(nameless('steel', 7), () => {
		const until = performance.now() + 1000;
		while (performance.now() < until);
		return 'own:';
	});
	const readable = events.find((event) => event.type === 'readable');
	expect(readable?.type === 'readable' && readable.elapsed).toBeLessThan(1000);
});
