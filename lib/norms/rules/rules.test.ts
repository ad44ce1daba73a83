import { describe, expect, it } from 'vitest';
import type { Correction, Rule, RuleClass } from '../../model';
import { corrected } from '../readings';
import { readAs, readRules, unread } from '.';

const rules = (...texts: string[]): Rule[] => texts.map((text, i) => ({ id: String(i + 1), text }));
const read = (text: string) => readRules(rules(text));
const classes = (text: string) => read(text).map((one) => one.class);
const readBy = (list: readonly Rule[], sentence: string, about: Correction['class']) => {
	const ours = readRules(list);
	const readings = readAs({ text: sentence, rule: '1' }, about, ours);
	return corrected(ours, [
		{ host: 'a.example', rule: '1', sentence, class: about, readings, at: 1 },
	]);
};

it.each([
	'English is not the only language here.',
	'Do not post only in German.',
	'Schreibt bitte nicht nur auf Deutsch.',
	'Ne publiez pas uniquement en français.',
	'No publiquéis solo en español: todo idioma vale.',
	'日本語だけで投稿しないでください。',
])('one language among others is no rule for it: %s', (text) => {
	expect(classes(text)).not.toContain('language');
});

it.each([
	'Add at least three hashtags.',
	'At most three posts a day; use hashtags.',
	'No promotion of violent ideologies.',
	'Toute promotion du terrorisme est interdite.',
])('no limit of tags, and nothing that is sold: %s', (text) => {
	expect(classes(text)).not.toContain('attribution');
	expect(classes(text)).not.toContain('links');
});

describe('sentences', () => {
	it.each([
		['Be kind. No bots.', ['Be kind.', 'No bots.']],
		['画像には説明を。投稿は日本語のみ。', ['画像には説明を。', '投稿は日本語のみ。']],
		[
			'Use tags, e.g. #Bread. Post to x.com? No!',
			['Use tags, e.g. #Bread.', 'Post to x.com?', 'No!'],
		],
		['One; two\nthree', ['One', 'two', 'three']],
		['Bilder z. B. mit Text bzw. Ton.', ['Bilder z. B. mit Text bzw. Ton.']],
	])('%s', (text, sentences) => {
		expect(read(text).map(({ sentence }) => sentence)).toEqual(sentences);
	});

	it('of a hint are read, and keep their rule', () => {
		const found = readRules([{ id: '7', text: 'Pictures.', hint: 'Alt text is required.' }]);
		expect(found.map(({ rule, class: about }) => [rule, about])).toEqual([
			['7', 'conduct'],
			['7', 'alt-text'],
		]);
	});

	it('of a translation are read where the rule itself is not understood', () => {
		const translations = [{ text: 'Be kind.' }, { text: 'Alt text is required.' }];
		const [one] = readRules([{ id: '1', text: 'Kuvat tarvitsevat kuvauksen.', translations }]);
		expect(one).toMatchObject({ class: 'alt-text', sentence: 'Alt text is required.' });
		const [own, more] = readRules([{ id: '1', text: 'No crossposters.', translations }]);
		expect([own?.class, more]).toEqual(['cross-posting', undefined]);
	});
});

describe('what a sentence says', () => {
	it.each([
		[
			'At most three public posts in ten minutes.',
			{ says: 'pace', posts: 3, inMs: 600_000, publicOnly: true },
		],
		['Höchstens ein Beitrag pro Stunde.', { says: 'pace', posts: 1, inMs: 3_600_000 }],
		['Posts must be in English or Welsh.', { languages: ['en', 'cy'], level: 'required' }],
		['Posts over 800 characters need a CW.', { class: 'warning', longerThan: 800 }],
		['Politics and food must go behind a content warning.', { topics: ['politics', 'food'] }],
		['AI images must be labelled #AIArt.', { says: 'ai', tag: 'AIArt' }],
		[
			'Do not link to facebook.com or Twitter.',
			{ hosts: ['facebook.com', 'twitter.com', 'x.com'] },
		],
		['Leave ten minutes between your public posts.', { posts: 1, inMs: 600_000 }],
		['Max. 3 hashtags', { says: 'many-tags', most: 3 }],
		['No more than three hashtags, please.', { says: 'many-tags', most: 3 }],
		['Höchstens 3 Hashtags', { says: 'many-tags', most: 3 }],
		['3 hashtags maximum', { says: 'many-tags', most: 3 }],
		['1投稿につきハッシュタグは3つまで', { says: 'many-tags', most: 3 }],
		['Publications automatisées et crosspost interdits', { says: 'forbidden', means: 'unsaid' }],
		['Mirrors and cross-posting bots are forbidden.', { says: 'forbidden', means: 'automatic' }],
		['Explicit media must be marked as sensitive.', { class: 'warning', marked: true }],
		['AI images are only allowed with a label.', { class: 'attribution', says: 'ai' }],
		['Cross-posts may only be visible to your followers.', { says: 'followers' }],
		['Posts must be in English in public.', { spares: ['unlisted', 'followers', 'direct'] }],
		[
			'Alt text is required, except in private mentions.',
			{ level: 'required', spares: ['direct'] },
		],
		['Alt text is required, except on memes.', { level: 'asked' }],
		['Bots are fine as long as they are labelled.', { says: 'marked', means: 'automatic' }],
		['Bots sind erlaubt, wenn sie gekennzeichnet sind.', { says: 'marked' }],
		['Les robots sont autorisés s’ils sont signalés comme tels.', { says: 'marked' }],
		['Los bots están permitidos si se identifican como tales.', { says: 'marked' }],
		['ボットは明示すれば歓迎します。', { says: 'marked' }],
	])('%s', (text, meaning) => {
		expect(read(text)[0]).toMatchObject(meaning);
	});

	it.each([
		'Posts must be in English. Private mentions are exempt.',
		'Beiträge müssen auf Deutsch sein. Private Erwähnungen sind ausgenommen.',
		'Les messages doivent être en français. Les mentions privées ne sont pas concernées.',
		'Las publicaciones deben estar en español. Las menciones privadas quedan exentas.',
		'投稿は日本語のみでお願いします。ダイレクトメッセージは対象外です。',
	])('%s', (text) => {
		const [one] = read(text);
		expect(one).toMatchObject({ class: 'language', level: 'required', spares: ['direct'] });
	});

	it.each([
		['Posts are in English. All others will be removed.', undefined],
		['Please write in English. Everything else will be removed.', { languages: ['en'] }],
		['Bitte schreibt auf Deutsch. Alles andere wird gelöscht.', { languages: ['de'] }],
		['Merci d’écrire en français. Tout le reste sera supprimé.', { languages: ['fr'] }],
		['Por favor, escribe en español. Todo lo demás será eliminado.', { languages: ['es'] }],
		['日本語で書いてください。それ以外は削除します。', { languages: ['ja'] }],
	])('%s', (text, meaning) => {
		const [, rest] = read(text).map((one) => (one.class === 'language' ? one : undefined));
		if (meaning) expect(rest).toMatchObject({ ...meaning, level: 'required' });
		else expect(rest).toBeUndefined();
	});

	it.each([
		'Rules like “no bots allowed” belong to another server.',
		'Regeln wie „keine Bots erlaubt“ gehören auf einen anderen Server.',
		'We do not sell your data and show no ads.',
		'Sie müssen mindestens 18 Jahre alt sein und ein Bild haben.',
		'Admins speak English and German only.',
		'Do not flood people with insults.',
		'Do not nag people about missing alt text.',
		'Nous supprimons automatiquement les comptes inactifs.',
		'Feel free to cross-post.',
		'Ihr dürft gerne crossposten.',
		'Les publications croisées ne nous dérangent pas.',
		'No nos molestan las publicaciones cruzadas.',
		'クロスポストは自由にどうぞ。',
	])('%s asks for nothing', (text) => {
		expect(new Set(classes(text))).toEqual(new Set(['conduct']));
	});

	it.each<[string, RuleClass[]]>([
		['Alt text isn’t required.', ['conduct']],
		['ALT‑TEXT IS REQUIRED', ['alt-text']],
		['Ａｌｔ text is required', ['alt-text']],
		['Alt text is require\u0301d', ['alt-text']],
		['', []],
		['🎉🎉🎉', ['conduct']],
		['Bots are not forbidden here', ['conduct']],
	])('%s', (text, found) => {
		expect(classes(text)).toEqual(found);
	});
});

describe('a person', () => {
	const list = rules('Images need alt text here, always. Be kind.');
	const sentence = 'Images need alt text here, always.';

	it('says that a sentence asks for nothing', () => {
		const [one, two] = readBy(list, sentence, 'none');
		expect(one).toEqual({ rule: '1', sentence, class: 'conduct', by: 'person' });
		expect(two?.by).toBe('machine');
		expect(readRules(list)[0]?.class).toBe('alt-text');
	});

	it.each<[RuleClass, object]>([
		['alt-text', { level: 'required' }],
		['cross-posting', { says: 'forbidden', means: 'unsaid' }],
		['volume', { says: 'pace' }],
		['language', { languages: [], level: 'asked' }],
		['warning', { topics: [] }],
		['links', { says: 'link-only' }],
		['attribution', { says: 'credit' }],
		['privacy', { says: 'messages' }],
		['identity', {}],
	])('says that it is about %s', (about, meaning) => {
		const [one] = readBy(list, 'Be kind.', about).slice(1);
		expect(one).toMatchObject({ class: about, by: 'person', sentence: 'Be kind.', ...meaning });
	});

	it('says nothing of sentences that are not there', () => {
		expect(readBy(list, 'Another.', 'none')).toEqual(readRules(list));
	});
});

describe('much', () => {
	it('is read once', () => {
		const list = rules('Be kind.');
		expect(readRules(list)).toBe(readRules(list));
	});

	it('is shown and said to be unread from some length on', () => {
		const many = rules('Be kind. '.repeat(4000), 'Be kind. '.repeat(1000), 'Alt text is required.');
		expect(unread(many)).toEqual(many.slice(1));
		expect(readRules(many).some((one) => one.class === 'alt-text')).toBe(false);
		expect(unread(many.slice(0, 1))).toEqual([]);
	});

	it('is not made unread by its translations, of which no more is read than of itself', () => {
		const said = (text: string, n: number) =>
			Array.from({ length: n }, () => ({ language: 'xx', text }));
		const many = [
			{ id: '1', text: 'Be kind.', translations: said('x'.repeat(3000), 12) },
			{ id: '2', text: 'Zzz zzz.', translations: said('Alt text is required.', 1) },
			{ id: '3', text: 'Yyy yyy.', translations: said('z'.repeat(3000), 2) },
			{ id: '4', text: 'Xxx xxx.', translations: said('English only.', 1) },
		];
		expect(unread(many)).toEqual([]);
		const found = readRules(many).map((one) => one.class);
		expect(found).toContain('alt-text');
		expect(found).not.toContain('language');
	});

	it('without an end is shown and not guessed', () => {
		expect(classes(`${'very '.repeat(300)}long alt text is required`)).toEqual(['conduct']);
	});
});
