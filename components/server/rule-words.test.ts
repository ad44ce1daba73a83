import { expect, it } from 'vitest';
import { readRules } from '../../lib/norms/rules';
import { asked, namedIn } from './rule-words';

const read = (text: string) =>
	readRules([{ id: '1', text }]).map((one) => [...asked(one), ...namedIn(one, 'de')]);

it('says what a rule was understood to name, so that a wrong reading is seen', () => {
	expect(read('Posts about politics and food must be behind a content warning.')).toEqual([
		[{ key: 'readRequired' }, 'Politik', 'Essen'],
	]);
	expect(read('No links to twitter.com, please.')).toEqual([
		[{ key: 'readHosts' }, 'twitter.com', 'x.com'],
	]);
	expect(read('English only.')).toEqual([[{ key: 'readRequired' }, 'Englisch']]);
});

it('says a pace in the unit that it has', () => {
	const pace = (text: string) => read(text)[0]?.[0];
	const said = (key: string, posts: number, count: number) => ({
		key,
		parameters: { posts, count },
	});
	expect(pace('No more than 5 posts per day.')).toEqual(said('readPaceDays', 5, 1));
	expect(pace('At most 20 posts a week.')).toEqual(said('readPaceDays', 20, 7));
	expect(pace('No more than 2 posts per hour.')).toEqual(said('readPaceHours', 2, 1));
	expect(pace('No more than 2 posts in 5 minutes.')).toEqual(said('readPaceMinutes', 2, 5));
});
