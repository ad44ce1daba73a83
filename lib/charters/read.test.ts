import { describe, expect, it, test } from 'vitest';
import type { Charter, Server } from '../model';
import type { Paper } from '../networks';
import { charterOf } from './read';

const ON = '2026-11-22';
const SERVER: Server = {
	host: 'linde.example',
	origin: 'https://linde.example',
	network: 'town',
	software: { name: 'mastodon', version: '4.5.3' },
	title: 'Lindenplatz',
	languages: [],
	links: {},
	counting: 'shortLinks',
	limits: { characters: 500, media: 4 },
	features: [],
	traits: {},
	readAt: Date.UTC(2026, 10, 22),
};
const paper = (text: string, kind: Paper['kind'] = 'description'): Paper => ({
	kind,
	url: `https://linde.example/${kind}`,
	text,
});
const read = (text: string, server: Partial<Server> = {}): Charter =>
	charterOf({ ...SERVER, ...server }, [paper(text)], ON);

const LAWS: readonly (readonly [text: string, country: string])[] = [
	['These terms are governed by the laws of the Netherlands.', 'NL'],
	[
		'This agreement shall be governed by and construed in accordance with the laws of the State of California.',
		'US',
	],
	['These Terms are governed by German law.', 'DE'],
	['These terms are governed by and interpreted under the laws of England and Wales.', 'GB'],
	['We are a foundation established under Dutch law.', 'NL'],
	['Es gilt deutsches Recht.', 'DE'],
	['Es gilt ausschließlich das Recht der Bundesrepublik Deutschland.', 'DE'],
	['Es gilt Schweizer Recht, Gerichtsstand ist Bern.', 'CH'],
	['Wir sind ein Verein nach österreichischem Recht.', 'AT'],
	['Op deze voorwaarden is Nederlands recht van toepassing.', 'NL'],
	['Les présentes conditions sont régies par le droit français.', 'FR'],
	['Les présentes conditions sont soumises au droit belge.', 'BE'],
	['Estas condiciones se rigen por la legislación española.', 'ES'],
	[
		'This server is run by Stichting Plein, a non-profit foundation established in the Netherlands.',
		'NL',
	],
	['Linden gGmbH\nLindenstraße 1\nAmtsgericht Charlottenburg, HRB 230086 B', 'DE'],
	['Stichting Plein\nKvK-nummer 12345678', 'NL'],
];
const LAWLESS: readonly string[] = [
	'These terms are not governed by German law.',
	'Content that is illegal under German law is removed.',
	'Follow the laws of the country where you live.',
	'The server stands in Germany.',
	'We like the Netherlands, and Dutch law is kind to us.',
	'Our hoster is registered in Finland.',
	'These terms are governed by the laws of France. These terms are governed by German law.',
	'Nous aimons la France.',
	'Dieser Server steht in Deutschland.',
];

describe('the country whose law applies', () => {
	test.each(LAWS)('%s', (text, country) => expect(read(text).country?.value).toBe(country));
	test.each([
		['These terms are governed by Dutch law.', undefined],
		['We are the Linden Foundation, registered in the Netherlands.', true],
		['This server is run by Stichting Linde, a foundation under Dutch law.', true],
	])('is told from where a body is registered: %s', (text, seat) => {
		expect(read(text).country).toMatchObject({ value: 'NL' });
		expect(read(text).country?.seat).toBe(seat);
	});

	test.each(LAWLESS)('is not told by: %s', (text) => expect(read(text).country).toBeUndefined());
});

const PAID: readonly string[] = [
	'This server is funded by donations from its members.',
	'It lives on a computer in a cellar, and on donations: last year 214 €.',
	'Members’ fees (61 %), public grants (30 %), donations (9 %).',
	'You can support us on Patreon or Liberapay.',
	'This server is crowdfunded by Patreon donations.',
	'Wir finanzieren uns durch Spenden.',
	'Der Server wird durch Mitgliedsbeiträge getragen.',
	'Deze server wordt gefinancierd met donaties.',
	'Le serveur est financé par les dons de ses membres.',
	'La instancia se financia con donaciones.',
	'To date, we have received $23 million in venture capital.',
];
const UNPAID: readonly string[] = [
	'We do not accept donations.',
	'No advertising is paid for here.',
	'Donate to the Red Cross: it covers a lot.',
	'Donations to Mastodon’s developers help to fund the software.',
	'Do not post links to your own Patreon.',
	'Wir nehmen keine Spenden an.',
	'Sans dons ni publicité, le serveur vit de rien.',
	'No aceptamos donaciones.',
];

describe('who pays', () => {
	test.each(PAID)('%s', (text) => expect(read(text).funding?.value).toBe(text));
	test.each(UNPAID)('is not told by: %s', (text) => expect(read(text).funding).toBeUndefined());
});

describe('published accounts', () => {
	test.each([
		['Our accounts are at https://opencollective.com/linden.', 'https://opencollective.com/linden'],
		['We are on opencollective.com/linden-social!', 'https://opencollective.com/linden-social'],
		[
			'Our transparency report: https://linde.example/report-2025',
			'https://linde.example/report-2025',
		],
		['Den Jahresabschluss findet ihr unter linde.example/zahlen.', 'https://linde.example/zahlen'],
	])('%s', (text, address) => expect(read(text).accounts?.value).toBe(address));
	test.each([
		'We use Open Collective.',
		'Accounts are published each May.',
		'Support the development of Mastodon: https://opencollective.com/mastodon',
		'We have not made a transparency report yet, see https://linde.example/why.',
		'More at https://opencollective.com/discover',
		'Read https://linde.example/about.',
	])('are not told by: %s', (text) => expect(read(text).accounts).toBeUndefined());
});

describe('the way out', () => {
	test.each([
		'Everybody may take all they wrote, in open formats, at any time.',
		'You can request and download an archive of your content, including your posts and media.',
		'You can move your account to another server whenever you like.',
		'Du kannst deine Daten jederzeit exportieren.',
		'Je kunt je gegevens altijd exporteren.',
		'Vous pouvez exporter vos données à tout moment.',
		'Puedes exportar tus datos en cualquier momento.',
	])('%s', (text) => {
		expect(read(text, { software: { name: 'unheard-of', version: '1' } }).wayOut?.value).toBe(text);
	});
	test.each([
		'You cannot export your data.',
		'Researchers may not download the posts of others.',
		'Deine Daten können nicht exportiert werden.',
		'You can move your account from elsewhere to our server.',
		'We export trains.',
	])('is not told by: %s', (text) => {
		const { wayOut } = read(text, { software: { name: 'unheard-of', version: '1' } });
		expect(wayOut).toBeUndefined();
	});

	it('is known of a program that lets people move, by others', () => {
		const { wayOut } = read('');
		expect(wayOut?.evidence[0]).toMatchObject({
			url: 'https://docs.joinmastodon.org/user/moving/',
		});
		expect(wayOut?.evidence[0]?.self).toBeUndefined();
	});

	it('is not known of a place that talks to no other', () => {
		expect(read('', { closed: true }).wayOut).toBeUndefined();
	});
});

describe('what if it fails', () => {
	test.each([
		'Should we ever close, we say so three months before.',
		'If this server shuts down, we give at least three months of notice.',
		'Falls wir den Server einstellen, sagen wir es drei Monate vorher.',
		'Mocht de server stoppen, dan laten we dat drie maanden vooraf weten.',
	])('%s', (text) => expect(read(text).ifItFails?.value).toBe(text));
	test.each([
		'We close your account after twelve months.',
		'Registrations are closed for two weeks.',
		'This server will never close.',
		'Polls close after seven days.',
	])('is not told by: %s', (text) => expect(read(text).ifItFails).toBeUndefined());
});

describe('a charter', () => {
	const own = (url: string, quote: string) => ({ url, quote, on: ON, self: true });
	const full = (): Charter =>
		charterOf(
			{
				...SERVER,
				languages: ['de', 'en'],
				rules: [{ id: '1', text: 'Be kind.' }],
				contact: { email: 'hello@linde.example' },
				links: { about: 'https://linde.example/about', terms: 'https://linde.example/agb' },
			},
			[
				paper('Lindenplatz wird von der Linden-Stiftung betrieben.'),
				paper('We keep as little as we can.\nMore follows.', 'privacy'),
				paper('Run by Somebody Else Ltd.', 'rules'),
			],
			ON,
		);

	it('names for each finding where it stands, word for word, and that the server says so', () => {
		expect(full()).toEqual({
			host: 'linde.example',
			readAt: SERVER.readAt,
			operator: {
				value: { name: 'Linden-Stiftung', kind: 'foundation' },
				evidence: [
					{
						url: 'https://linde.example/description',
						quote: 'Lindenplatz wird von der Linden-Stiftung betrieben.',
						on: ON,
						self: true,
					},
				],
			},
			languages: expect.objectContaining({ value: ['de', 'en'] }),
			rules: expect.objectContaining({ value: [{ id: '1', text: 'Be kind.' }] }),
			terms: {
				value: 'https://linde.example/agb',
				evidence: [own('https://linde.example/about', 'https://linde.example/agb')],
				unread: true,
			},
			privacy: {
				value: 'https://linde.example/privacy',
				evidence: [own('https://linde.example/privacy', 'We keep as little as we can.')],
			},
			contact: expect.objectContaining({ value: 'hello@linde.example' }),
			software: expect.objectContaining({
				value: { name: 'Mastodon', open: true, source: 'https://github.com/mastodon/mastodon' },
			}),
			wayOut: expect.anything(),
		});
	});

	it('claims nothing of a program that nobody knows', () => {
		expect(read('', { software: { name: 'constructor', version: '1' } }).software).toBeUndefined();
	});

	it('does not take what is spoken somewhere for a program, but knows that one can leave', () => {
		const { software, wayOut } = read('', { software: { name: 'pds', version: '0.4.2' } });
		expect(software).toBeUndefined();
		expect(wayOut?.evidence[0]?.url).toBe('https://atproto.com/guides/account-migration');
	});

	test.each(['mastodon', 'gotosocial', 'pleroma', 'akkoma', 'pixelfed', 'snac', '@atproto/pds'])(
		'says of %s that it is open in the words of a page',
		(name) => {
			const { software } = read('', { software: { name, version: '1' } });
			expect(software?.value.open).toBe(true);
			expect(software?.value.source).toMatch(/^https:\/\//);
			const [own, licence] = software?.evidence ?? [];
			expect(own).toMatchObject({ quote: `${name} 1`, self: true });
			expect(licence?.url).toMatch(/^https:\/\//);
			expect(licence?.quote).toMatch(/AGPL|Affero|MIT/);
			expect(licence?.quote.length).toBeLessThanOrEqual(300);
		},
	);

	it('holds nothing that was not said', () => {
		const { host, readAt, ...rest } = read('Hello.', { software: { name: '', version: '' } });
		expect(rest).toEqual({});
	});

	it('is undecided where two papers disagree', () => {
		const charter = charterOf(
			SERVER,
			[
				paper('This server is run by Linden e.V.'),
				paper('This server is run by Birken GmbH.', 'terms'),
			],
			ON,
		);
		expect(charter.operator).toBeUndefined();
	});
});

/** Each as long as a paper can be; the machine may be busy, so only what would hang fails. */
test.each([
	['capitals', 'Aaaa Bbbb '],
	['capitals without spaces', 'Aa'],
	['small words', 'Aa of the '],
	['run by', 'this server is run by the '],
	['dots', 'a.a.a.'],
	['numbers', '1 2 3 4 '],
	['nouns', 'this our the server '],
	['of a foundation', 'Verein Stichting Foundation '],
	['donations', 'donations covers '],
	['governed', 'governed by the laws of the '],
	['lines', 'Aa e.V.\n'],
])('a paper of nothing but %s is read in time', (_name, piece) => {
	const start = performance.now();
	read(piece.repeat(Math.floor(60_000 / piece.length)));
	expect(performance.now() - start).toBeLessThan(5000);
});
