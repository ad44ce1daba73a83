import type { Said } from './said';
import type { Sentence } from './sentences';

/** Per country (ISO 3166-1): its names, and what its law is called. In English, German, Dutch, French, Spanish. */
const COUNTRIES: Readonly<Record<string, readonly [names: string, adjectives: string]>> = {
	NL: [
		'(?:the )?Netherlands|(?:den )?Niederlanden?|Nederland|Pays-Bas|Países Bajos',
		'Dutch|niederländische\\p{L}|Nederlandse?|néerlandais|neerlandés',
	],
	DE: [
		'(?:the Federal Republic of )?Germany|(?:der Bundesrepublik )?Deutschland|Duitsland|Allemagne|Alemania',
		'German|deutsche\\p{L}|Duitse?|allemand|alemán',
	],
	AT: [
		'Austria|(?:der Republik )?Österreich|Oostenrijk|Autriche',
		'Austrian|österreichische\\p{L}|Oostenrijkse?|autrichien|austríaco',
	],
	CH: [
		'Switzerland|(?:der )?Schweiz|Zwitserland|Suisse|Suiza',
		'Swiss|[Ss]chweizer(?:ische\\p{L})?|Zwitserse?|suisse|suizo',
	],
	FR: ['France|Frankreich|Frankrijk|Francia', 'French|französische\\p{L}|Franse?|français|francés'],
	BE: ['Belgium|Belgien|België|Belgique|Bélgica', 'Belgian|belgische\\p{L}|Belgische?|belge|belga'],
	LU: [
		'(?:the Grand Duchy of )?Luxembourg|Luxemburg',
		'Luxembourgish|luxemburgische\\p{L}|luxembourgeois',
	],
	ES: [
		'Spain|Spanien|Spanje|Espagne|España',
		'Spanish|spanische\\p{L}|Spaanse?|espagnol|español\\p{L}?',
	],
	IT: [
		'Italy|Italien|Italië|Italie|Italia',
		'Italian|italienische\\p{L}|Italiaanse?|italien|italian[oa]',
	],
	PT: ['Portugal', 'Portuguese|portugiesische\\p{L}|portugais|portugués'],
	IE: ['Ireland|Irland|Ierland|Irlande|Irlanda', 'Irish|irische\\p{L}|irlandais|irlandés'],
	GB: [
		'(?:the )?United Kingdom|England(?: and Wales)?|Scotland|Northern Ireland|Wales|Großbritannien|Verenigd Koninkrijk|Royaume-Uni|Reino Unido',
		'English|Scots|Scottish|UK|British|englische\\p{L}|anglais|inglés',
	],
	DK: [
		'Denmark|Dänemark|Denemarken|Danemark|Dinamarca',
		'Danish|dänische\\p{L}|Deense?|danois|danés',
	],
	SE: ['Sweden|Schweden|Zweden|Suède|Suecia', 'Swedish|schwedische\\p{L}|Zweedse?|suédois|sueco'],
	NO: ['Norway|Norwegen|Noorwegen|Norvège|Noruega', 'Norwegian|norwegische\\p{L}|norvégien'],
	FI: ['Finland|Finnland|Finlande|Finlandia', 'Finnish|finnische\\p{L}|finlandais'],
	IS: ['Iceland|Island|IJsland|Islande', 'Icelandic|isländische\\p{L}'],
	EE: ['Estonia|Estland|Estonie', 'Estonian|estnische\\p{L}'],
	PL: ['Poland|Polen|Pologne|Polonia', 'Polish|polnische\\p{L}|polonais|polaco'],
	CZ: ['(?:the )?Czech Republic|Czechia|Tschechien|Tsjechië', 'Czech|tschechische\\p{L}|tchèque'],
	GR: ['Greece|Griechenland|Griekenland|Grèce|Grecia', 'Greek|griechische\\p{L}|grec'],
	US: [
		'(?:the )?United States(?: of America)?|(?:the )?USA?|Vereinigten Staaten|Verenigde Staten|États-Unis|Estados Unidos',
		'US|U\\.S\\.|American|Delaware|Californian?',
	],
	CA: ['Canada|Kanada|Canadá', 'Canadian|kanadische\\p{L}|canadien|canadiense'],
	AU: ['Australia|Australien|Australië|Australie', 'Australian|australische\\p{L}|australien'],
	NZ: ['New Zealand|Neuseeland|Nieuw-Zeeland|Nouvelle-Zélande', 'New Zealand'],
	JP: ['Japan|Japon|Japón', 'Japanese|japanische\\p{L}|japonais'],
	MX: ['Mexico|Mexiko|México|Mexique', 'Mexican|mexicano'],
	AR: ['Argentina|Argentinien|Argentine', 'Argentine|argentino'],
	BR: ['Brazil|Brasilien|Brazilië|Brésil|Brasil', 'Brazilian|brasileño'],
};
/** Laws of a part of a country, as terms name them. */
const PARTS: Readonly<Record<string, string>> = {
	US: '(?:the )?(?:State|Commonwealth) of [\\p{Lu}]\\p{L}+|Washington State|California|Delaware|New York',
	CA: '(?:the )?Province of [\\p{Lu}]\\p{L}+|British Columbia|Ontario|Québec|Quebec',
	AU: 'New South Wales|(?:the State of )?Victoria|Queensland',
};

/** "governed by the laws of …", with what each stands for in the code. */
function patternsOf(names: string, adjectives: string): RegExp[] {
	const country = `(?:${names})(?![\\p{L}])`;
	const adjective = `(?:${adjectives})`;
	const governed =
		'(?:governed|construed|interpreted)(?: by,?)?(?:,? and (?:shall be )?(?:construed|interpreted|enforced))?,? ?(?:in accordance with|under|by)?';
	return [
		`${governed} (?:the )?(?:applicable )?laws? of (?:the )?${country}`,
		`${governed} (?:the )?(?:substantive )?${adjective} laws?(?![\\p{L}\\d])`,
		`(?:[Ee]s gilt|[Gg]ilt|[Uu]nterlieg\\p{L}+|[Aa]nwendbar ist|[Ff]indet)(?: ausschließlich| allein| dem| das)* (?:${adjective} Recht|Recht (?:der |von )?${country})`,
		`${adjective} recht (?:is )?(?:van toepassing|beheerst)|(?:[Oo]p|[Oo]nder) [^.]{0,60}(?:is|valt|vallen|zijn)[^.]{0,30} ${adjective} recht`,
		`(?:régi\\p{L}*|soumis\\p{L}*|gouverné\\p{L}*) (?:par|au|à la) (?:le |la )?(?:droit|loi) ${adjective}`,
		`(?:[Dd]roit|[Ll]oi) (?:applicable|compétent\\p{L}*)[^.]{0,20} (?:le |la )?(?:droit |loi )?${adjective}`,
		`(?:rig\\p{L}*|regul\\p{L}*|somet\\p{L}*) (?:por|a) (?:la |las )?(?:ley\\p{L}*|legislación|derecho) (?:${adjective}|de ${country})`,
	].map((pattern) => new RegExp(pattern, 'u'));
}

type Patterns = readonly (readonly [country: string, pattern: RegExp])[];

/** "a foundation under … law": which law made the body, not which holds between it and its people. */
function seatsOf(names: string, adjectives: string): RegExp[] {
	const country = `(?:${names})(?![\\p{L}])`;
	const adjective = `(?:${adjectives})`;
	return [
		`(?:foundation|association|company|body|charity|co-?operative|organi[sz]ation)[^.]{0,30} (?:under|established under|governed by) (?:the )?(?:${adjective} laws?(?![\\p{L}\\d])|laws? of (?:the )?${country})`,
		`(?:Verein|Stiftung|Gesellschaft|Genossenschaft) nach ${adjective} Recht`,
	].map((pattern) => new RegExp(pattern, 'u'));
}

let laws: Patterns | undefined;
let bodies: Patterns | undefined;

/** Made when the first sentence speaks of law: they are many, and most pages never ask. */
function lawPatterns(): Patterns {
	laws ??= ofAll(patternsOf);
	return laws;
}

function bodyPatterns(): Patterns {
	bodies ??= ofAll(seatsOf);
	return bodies;
}

function ofAll(make: (names: string, adjectives: string) => RegExp[]): Patterns {
	return Object.entries(COUNTRIES).flatMap(([code, [names, adjectives]]) => {
		const part = PARTS[code];
		const all = make(part ? `${names}|${part}` : names, adjectives);
		return all.map((pattern) => [code, pattern] as const);
	});
}

const SEATS: Patterns = Object.entries(COUNTRIES).map(([code, [names]]) => [
	code,
	new RegExp(
		`(?:established|registered|incorporated|founded as an? [^.,]{3,40}|constituted|eingetragen|gevestigd|opgericht|établie?|immatriculée?|enregistrée?|constituid[oa]|registrad[oa]) (?:in|en|aux?|à) (?:the |den |der )?(?:${names})(?![\\p{L}])`,
		'u',
	),
]);
/** What only registers of one country give out. */
const REGISTERS: Patterns = [
	[
		'DE',
		/(?<![\p{L}\d])Amtsgericht \p{Lu}\p{L}+|(?<![\p{L}\d])Vereinsregister(?![\p{L}\d]).{0,60}(?<![\p{L}\d])VR ?\d+|(?<![\p{L}\d])USt-?Id(?:-?Nr|Nr)?\.?:? ?DE ?\d{9}(?![\p{L}\d])/u,
	],
	[
		'NL',
		/(?<![\p{L}\d])KvK(?:-?nummer)?:? ?\d{8}(?![\p{L}\d])|(?<![\p{L}\d])Kamer van Koophandel(?![\p{L}\d]).{0,40}(?<![\p{L}\d])\d{8}(?![\p{L}\d])/u,
	],
	[
		'FR',
		/(?<![\p{L}\d])RCS [\p{Lu}]\p{L}+|(?<![\p{L}\d])SIRET(?![\p{L}\d]).{0,10}(?<![\p{L}\d])\d{3} ?\d{3} ?\d{3} ?\d{5}(?![\p{L}\d])|(?<![\p{L}\d])RNA(?![\p{L}\d]).{0,10}(?<![\p{L}\d])W\d{9}(?![\p{L}\d])/u,
	],
	['AT', /(?<![\p{L}\d])ZVR(?:-Zahl)?:? ?\d{6,10}(?![\p{L}\d])/u],
	['CH', /(?<![\p{L}\d])CHE-\d{3}\.\d{3}\.\d{3}(?![\p{L}\d])/u],
	[
		'GB',
		/(?<![\p{L}\d])(?:company|charity) (?:number|no\.?):? ?(?:SC)?\d{6,8}(?![\p{L}\d]).{0,60}(?<![\p{L}\d])(?:England|Scotland|Wales)(?![\p{L}\d])|(?<![\p{L}\d])registered in (?:England|Scotland)(?![\p{L}\d])/iu,
	],
	['DK', /(?<![\p{L}\d])CVR(?:-nr\.?)?:? ?\d{8}(?![\p{L}\d])/u],
];
const NEGATED =
	/(?<![\p{L}\d])(?:not|nor|never|nicht|kein\p{L}*|niet|geen|n[’']est pas|ne sont pas|no (?:es|está|se)|illegal|unlawful|prohibited|verboten|your (?:own )?country|where you live)(?![\p{L}\d])/iu;

/** Some hundred patterns are tried on a sentence that speaks of law at all. */
const OF_LAW = /law|recht|droit|loi|derecho|ley|legisl/iu;

/** `seat`: no words say whose law applies, but where whoever runs it is registered. */
type Country = Said<string> & { seat?: true };

/** The country whose law applies, by explicit words alone. `operator` is where a body was named: its seat counts too. */
export function countryOf(
	sentences: readonly Sentence[],
	operator: string | undefined,
): Country | undefined {
	const ofLaw = sentences.filter(({ text }) => OF_LAW.test(text));
	const laws = ofLaw.flatMap(({ text }) => found(text, lawPatterns()));
	const founded = ofLaw.flatMap(({ text }) => found(text, bodyPatterns()));
	if (laws.length + founded.length > 0) {
		const one = only([...laws, ...founded]);
		return one && laws.length === 0 ? { ...one, seat: true } : one;
	}
	const seat = operator === undefined ? [] : found(operator, SEATS);
	const registers = sentences.flatMap(({ text }) => found(text, REGISTERS));
	const one = only([...seat, ...registers]);
	return one && { ...one, seat: true };
}

function found(text: string, patterns: Patterns): Said<string>[] {
	return patterns.flatMap(([value, pattern]) => {
		const match = pattern.exec(text);
		if (!match || NEGATED.test(text.slice(0, match.index + match[0].length))) return [];
		return [{ value, sentence: text, at: match.index }];
	});
}

/** Two countries are none. */
function only(all: readonly Said<string>[]): Said<string> | undefined {
	return new Set(all.map(({ value }) => value)).size === 1 ? all[0] : undefined;
}
