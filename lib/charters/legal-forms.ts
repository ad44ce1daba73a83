import type { OperatorKind } from '../model';

/** A legal body that a text names. `start` and `end` are offsets in that text. */
export type Body = { name: string; kind: OperatorKind; start: number; end: number };

type Form = readonly [pattern: string, kind: OperatorKind];

/** What a name ends with. The first that fits counts; longer ones stand before what they begin with. */
const ENDINGS: readonly Form[] = [
	['gemeinnützige GmbH', 'nonProfitCompany'],
	['gGmbH', 'nonProfitCompany'],
	['gUG(?: \\(haftungsbeschränkt\\))?', 'nonProfitCompany'],
	['gAG', 'nonProfitCompany'],
	['(?:Community Interest Company|C\\.?I\\.?C\\.?)', 'nonProfitCompany'],
	['CIO', 'nonProfitCompany'],
	['e\\.? ?V\\.?', 'association'],
	['(?:AISBL|ASBL|IVZW|VZW|VoG|V\\.Z\\.W\\.|A\\.S\\.B\\.L\\.)', 'association'],
	['(?:a|i)?(?:isbl|sbl|vzw)', 'association'],
	['(?:Association|Society|Verein|Förderverein|Vereniging|Forening|Förening)', 'association'],
	['(?:r\\.? ?y\\.?)', 'association'],
	['(?:SCIC|SCOP)(?: SARL| SA| SAS)?', 'cooperative'],
	['(?:eG|e\\. ?G\\.|eGen)', 'cooperative'],
	['(?:Co-?op(?:erative)?|Cooperative|Genossenschaft|Coöperatie|Coopérative)', 'cooperative'],
	['(?:[Cc]o-?operative|[Cc]o-?op) (?:Ltd|Limited)\\.?', 'cooperative'],
	['(?:Foundation|Stiftung|Stichting|Fondation|Trust|Säätiö|Stiftelse|Fonden)', 'foundation'],
	['(?:PBC|P\\.B\\.C\\.|PBLLC|Public Benefit (?:Corporation|Company))', 'company'],
	['(?:GmbH(?: & Co\\.? KG)?|mbH|UG(?: \\(haftungsbeschränkt\\))?|AG|KG|OHG|GbR)', 'company'],
	['(?:Inc\\.?|LLC|L\\.L\\.C\\.|Corp\\.?|Corporation|Company|Ltd\\.?|Limited|PLC|LLP)', 'company'],
	[
		'(?:Pty\\.? Ltd\\.?|B\\.?V\\.?|N\\.?V\\.?|S\\.?A\\.?R\\.?L\\.?|SASU?|S\\.A\\.S?\\.?)',
		'company',
	],
	[
		'(?:S\\.?r\\.?l\\.?|S\\.?p\\.?A\\.?|S\\.?L\\.?U?\\.?|AB|ApS|A/S|ASA?|Oyj?|OÜ|SE|d\\.o\\.o\\.)',
		'company',
	],
	['(?:sp\\. z o\\.o\\.|s\\.r\\.o\\.|Kft\\.?|K\\.K\\.)', 'company'],
	['(?:University|Universität|Hochschule|Universiteit)', 'publicBody'],
];

/** What a name begins with. */
const BEGINNINGS: readonly Form[] = [
	[
		'(?:Stichting|Stiftung|Fondation|Fundación|Fundació|Fundação|Fondazione|Stiftelsen)',
		'foundation',
	],
	['(?:Vereniging|Verein|Förderverein|Trägerverein|Association|Asociación)', 'association'],
	['(?:Associació|Associazione|Associação|Foreningen|Föreningen)', 'association'],
	['(?:Coöperatie|Genossenschaft|Coopérative|Cooperativa)', 'cooperative'],
	['(?:University of|Universität|Universiteit|Université|Universidad de|Hochschule)', 'publicBody'],
	['(?:Ministry of|Ministerie van|Ministère|Bundesministerium|Ministerio de)', 'publicBody'],
	['(?:City of|Stadt|Gemeente|Ville de|Ayuntamiento de|European Commission)', 'publicBody'],
];

/** What is said of a name that tells no form by itself: "Nivenly, a 501(c)(3) non-profit". */
const DESCRIPTIONS: readonly Form[] = [
	['501 ?\\(?c\\)? ?\\(?3\\)?', 'nonProfitCompany'],
	[
		'(?:non-?profit|not-for-profit|charitable) (?:company|corporation|organi[sz]ation)',
		'nonProfitCompany',
	],
	['(?:registered )?charity', 'nonProfitCompany'],
	['(?:foundation|stichting|fondation|fundación|Stiftung)', 'foundation'],
	['(?:association|vereniging|asociación|(?:Förder|Träger)?[Vv]erein)', 'association'],
	['(?:co-?operative|co-?op|Genossenschaft|coöperatie|coopérative|cooperativa)', 'cooperative'],
];

const AND =
	'(?:of|for|de|des|del|di|der|van|voor|für|pour|para|du|la|le|les|y|et|und|en|and|the|&)';
const WORD = "[\\p{Lu}\\d](?:[\\p{L}\\d'’&@-]|\\.(?=[\\p{L}\\d])){0,40}";
/** One to six words with a capital, small words only between them. */
const NAME = `${WORD}(?: (?:${AND} ){0,2}${WORD}){0,5}?`;
const NAME_ALONE = `${WORD}(?: (?:${AND} ){0,2}${WORD}){0,4}`;
const QUOTED = `["“„«‘']?`;
/** "Foundation Labs Inc." is what its last word says. */
const NO_COMPANY =
	'(?! (?:\\p{Lu}\\p{L}{0,20} ){0,2}(?:Inc|LLC|Ltd|Limited|GmbH|Corp|AG|BV|B\\.V|SAS)(?![\\p{L}]))';
/** No letter follows, and no possessive: "the Foundation’s fans" names nobody here. */
const STOP = "(?![\\p{L}\\d])(?!['’]s(?![\\p{L}\\d]))(?!-\\p{L})";
const ADJECTIVE =
	'(?:small|independent|registered|public|charitable|non-?profit|not-for-profit|worker-owned|member-owned|' +
	'German|Dutch|French|Belgian|Swiss|Austrian|Spanish|British|American|US|U\\.S\\.|European|' +
	'gemeinnützige[rnms]?|eingetragene[rnms]?|unabhängige[rn]?|französische[rn]?|niederländische[rn]?|' +
	'onafhankelijke|Nederlandse|sans but lucratif|sin ánimo de lucro)';
const ARTICLE = '(?:a|an|the|ein|eine|einem|einer|der|die|das|een|de|une|un|una|la|el)';

const sticky = (pattern: string) => new RegExp(pattern, 'uy');
const compile = (forms: readonly Form[], make: (pattern: string) => string) =>
	forms.map(([pattern, kind]) => ({ pattern: sticky(make(pattern)), kind }));

const BY_ENDING = compile(
	ENDINGS,
	(form) => `(${QUOTED}${NAME}["”“»’']?,? ${form})${STOP}${NO_COMPANY}`,
);
/** "metalab e.V.": what is unmistakable may have a name without a capital. */
const SMALL = compile(
	ENDINGS.slice(0, 7),
	(form) => `([\\p{Ll}\\d][\\p{L}\\d.-]{1,30} ${form})${STOP}`,
);
const BY_HYPHEN = compile(
	[['-?(?:Stiftung|stiftung)', 'foundation']],
	(form) => `(${WORD}?${form})${STOP}`,
);
const BY_BEGINNING = compile(
	BEGINNINGS,
	(form) => `(${form} ${QUOTED}${NAME_ALONE}["”“»’']?)${STOP}`,
);
const BY_DESCRIPTION = compile(
	DESCRIPTIONS,
	(form) =>
		`(${NAME_ALONE}) ?(?:,|\\()? ?(?:is )?${ARTICLE} (?:${ADJECTIVE} ){0,3}${form}(?![\\p{L}\\d])(?! (?:member|supporter|friend|project))|` +
		`(${NAME_ALONE}) ?\\((?:${ADJECTIVE} ){0,3}${form}(?![\\p{L}\\d])`,
);
/** Says of a body by its form that it makes no profit: "Foo, Inc., a 501(c)(3) non-profit". */
const NO_PROFIT = new RegExp(
	`^,? ?\\(?(?:${ARTICLE} )?(?:${ADJECTIVE} ){0,3}(?:501 ?\\(?c\\)? ?\\(?3|non-?profit|not-for-profit|gemeinnützig|registered charity)`,
	'u',
);

/** What may stand between "run by" and the name. */
const GAP = new RegExp(
	`(?:\\s+|[Tt]he |${ARTICLE} |l['’]|d['’]|${ADJECTIVE} |(?:called|named|namens|genannt|genaamd|nommée?|llamad[oa]) )`,
	'uy',
);
/** Nouns before a name that has no form of its own: "l’association Framasoft". */
const NOUNS = compile(
	[
		['(?:foundation|stichting|fondation|fundación)', 'foundation'],
		['(?:association|vereniging|asociación|verein)', 'association'],
		['(?:co-?operative|co-?op|coöperatie|coopérative|cooperativa)', 'cooperative'],
		['(?:charity|non-?profit)', 'nonProfitCompany'],
		['company', 'company'],
	],
	(form) =>
		`(${form}) (?:(?:called|named|namens|genaamd|nommée?|llamad[oa]) )?(?=${QUOTED}${WORD})`,
);
const ALONE = sticky(`(${QUOTED}${NAME_ALONE}["”“»’']?)${STOP}`);

/** The body that is named right here, after an article and what kind of body it is. */
export function bodyNext(text: string, from: number): Body | undefined {
	let at = from;
	for (;;) {
		const body = bodyAt(text, at);
		if (body) return body;
		const noun = first(NOUNS, text, at);
		if (noun) {
			const start = at + noun.end - noun.start + 1;
			const named = bodyAt(text, start);
			if (named) return named;
			ALONE.lastIndex = start;
			const name = ALONE.exec(text)?.[1];
			if (name) return { name: bare(name), kind: noun.kind, start, end: start + name.length };
		}
		GAP.lastIndex = at;
		const gap = GAP.exec(text)?.[0];
		if (!gap) return undefined;
		at += gap.length;
	}
}

/** The body whose name begins at `start`, if one does. */
export function bodyAt(text: string, start: number): Body | undefined {
	// "Verein Foo e.V." is the body "Foo e.V."
	const inner =
		/^(?:[Vv]erein|[Ff]örderverein|[Tt]rägerverein|[Aa]ssociation|vereniging|stichting) /u.exec(
			text.slice(start, start + 20),
		)?.[0];
	const within = inner && byForm(text, start + inner.length);
	return within || byForm(text, start) || first(BY_DESCRIPTION, text, start);
}

function byForm(text: string, start: number): Body | undefined {
	const found =
		first(BY_BEGINNING, text, start) ??
		first(BY_HYPHEN, text, start) ??
		nearest(BY_ENDING, text, start) ??
		first(SMALL, text, start);
	if (found?.kind !== 'company') return found;
	return NO_PROFIT.test(text.slice(found.end)) ? { ...found, kind: 'nonProfitCompany' } : found;
}

type Compiled = readonly { pattern: RegExp; kind: OperatorKind }[];

function first(forms: Compiled, text: string, start: number): Body | undefined {
	for (const { pattern, kind } of forms) {
		pattern.lastIndex = start;
		const match = pattern.exec(text);
		const name = match?.[1] ?? match?.[2];
		if (name) return { name: bare(name), kind, start, end: start + name.length };
	}
	return undefined;
}

/** Two bodies in a row are two: the nearer end counts, at one end the first form of the list. */
function nearest(forms: Compiled, text: string, start: number): Body | undefined {
	let best: Body | undefined;
	for (const form of forms) {
		const found = first([form], text, start);
		if (found && (!best || found.end < best.end)) best = found;
	}
	return best;
}

function bare(name: string): string {
	return name.replace(/["“”„«»]/gu, '').trim();
}

/** Where in a text a name may begin: at capitals that follow no capital. */
export function bodiesIn(text: string): Body[] {
	const found: Body[] = [];
	for (const { index } of text.matchAll(/(?<![\p{L}\d@.'’-])[\p{Lu}\d]/gu)) {
		if ((found.at(-1)?.end ?? 0) > index) continue;
		const body = bodyAt(text, index);
		if (body) found.push(body);
	}
	return found;
}
