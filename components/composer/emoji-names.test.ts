import { expect, it } from 'vitest';
import { emojiCalled, emojiNames } from './emoji-names';

it.each([
	['en', 'grinning', '😀'],
	['en', 'red_heart', '❤️'],
	['en', 'nerd', '🤓'],
	['de', 'strebergesicht', '🤓'],
	['de', 'brill', '🤓'],
] as const)('in %s %j finds %s', async (language, typed, unicode) => {
	const found = emojiCalled(await emojiNames(language), typed, 12);
	expect(found.map((one) => one.unicode)).toContain(unicode);
});

it('knows groups in the language, and no parts of emoji', async () => {
	const { all, groups } = await emojiNames('de');
	expect(groups).toHaveLength(9);
	for (const { order } of groups) expect(all.some(({ group }) => group === order)).toBe(true);
	expect(all.every(({ group }) => groups.some(({ order }) => order === group))).toBe(true);
});

it('finds nothing for nothing', async () => {
	const names = await emojiNames('en');
	expect(emojiCalled(names, '  ', 12)).toEqual([]);
	expect(emojiCalled(names, 'qqqqq', 12)).toEqual([]);
	expect(emojiCalled(names, 'fa', 5)).toHaveLength(5);
});
