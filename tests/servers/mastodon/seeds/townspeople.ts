import type { NewPerson } from '../world';

export type Townsperson = NewPerson & {
	tongue: 'en' | 'de';
	topics: readonly string[];
	colours: readonly [string, string, string];
};

/** Who lives in the town. Invented, all of them. */
export const TOWNSPEOPLE: readonly Townsperson[] = [
	{
		username: 'mara',
		name: 'Mara Lindqvist :sloth:',
		tongue: 'en',
		topics: ['bread', 'train', 'library'],
		colours: ['#f2c6a0', '#7a4a3a', '#2f6d62'],
		bio: 'Baker before dawn, reader after dark. Slow trains, sourdough, public libraries. she/her #bread #slowtrains',
	},
	{
		username: 'jonas',
		name: 'Jonas Petersen',
		tongue: 'de',
		topics: ['bird', 'weather', 'home'],
		colours: ['#e9b894', '#3b2f2a', '#4a6fa5'],
		bio: 'Vogelkundler, Hobbymeteorologe, Teetrinker. Zählt Mauersegler. Hier meist auf Deutsch.',
	},
	{
		username: 'wren',
		name: 'Wren Okafor',
		tongue: 'en',
		topics: ['code', 'library', 'thought'],
		colours: ['#8d5a3c', '#1d1a1a', '#c2563f'],
		bio: 'I write small programs that do one thing.\n\nAccessibility is not a feature. Alt text, always.',
	},
	{
		username: 'tilde',
		name: 'Tilde 🌱',
		tongue: 'de',
		topics: ['market', 'home', 'bread'],
		colours: ['#f4d2b5', '#c9923b', '#5c8a3a'],
		bio: 'Markttage, Gemüse, Nachbarschaft. Ich antworte langsam, aber ich antworte.',
	},
	{
		username: 'samir',
		name: 'Samir Haddad',
		tongue: 'en',
		topics: ['learning', 'choir', 'train'],
		colours: ['#c99670', '#2a211c', '#6b4a86'],
		bio: 'Teacher. Arabic, English, German, and a very bad trumpet. سمير',
	},
	{
		username: 'yuki',
		name: '雪 Yuki',
		tongue: 'en',
		topics: ['learning', 'bird', 'weather'],
		colours: ['#f0cfb0', '#17181c', '#b0455a'],
		bio: '京都から。写真と電車。 Photos, trains, quiet mornings.',
	},
	{
		username: 'oda',
		name: 'Oda vom Deich',
		tongue: 'de',
		topics: ['weather', 'football', 'thought'],
		colours: ['#eec3a0', '#8c8c90', '#28527a'],
		bio: 'Deich, Wind, zweite Kreisklasse. Meine Meinung, und manchmal die des Windes.',
		locked: true,
	},
	{
		username: 'kofi',
		name: 'Kofi Mensah',
		tongue: 'en',
		topics: ['football', 'market', 'choir'],
		colours: ['#7a4b30', '#15110f', '#e0a63b'],
		bio: 'Left back, second tenor, first in line at the market. #choir',
	},
	{
		username: 'benno',
		name: 'Benno',
		tongue: 'de',
		topics: ['code', 'thought', 'train'],
		colours: ['#efc8a6', '#a3572c', '#3f4f63'],
		bio: 'Macht was mit Computern, aber freundlich.',
	},
	{
		username: 'ruth',
		name: 'Ruth Adler',
		tongue: 'en',
		topics: ['library', 'choir', 'bread'],
		colours: ['#f1d3bd', '#d8d5cf', '#7c3f58'],
		bio: 'Librarian, retired. The library is not. she/her',
	},
	{
		username: 'uhrwerk',
		name: 'Rathausuhr',
		tongue: 'de',
		topics: ['weather'],
		colours: ['#d7dde3', '#56616e', '#34404d'],
		bio: 'Ich sage die Zeit an. Mehr kann ich nicht. Betreut von @jonas.',
		bot: true,
	},
	{
		username: 'hausmeister',
		name: 'Hausmeisterei',
		tongue: 'de',
		topics: ['home'],
		colours: ['#e6bd98', '#4a3a31', '#b8862f'],
		bio: 'Das Team hinter diesem Server: @mara und @jonas. Fragen? Fragt.',
	},
];

/** People of elsewhere whom the town knows. */
export const VISITORS: readonly Townsperson[] = [
	{
		username: 'hana',
		host: 'kaffeehaus.example',
		name: 'Hana Novák',
		tongue: 'en',
		topics: ['market', 'thought'],
		colours: ['#f0caa8', '#5a3b28', '#355c4b'],
		bio: 'Coffee, crosswords, cat.',
	},
	{
		username: 'leif',
		host: 'fjord.example',
		name: 'Leif 🐟',
		tongue: 'en',
		topics: ['weather', 'train'],
		colours: ['#f2d4bc', '#d9b36a', '#2e5f8a'],
		bio: 'North. Further north.',
	},
	{
		username: 'newsdesk',
		host: 'lautsprecher.example',
		name: 'Lautsprecher',
		tongue: 'en',
		topics: ['football'],
		colours: ['#c8ccd0', '#333333', '#aa3333'],
		bio: 'Loud news, many a day.',
		bot: true,
	},
];
