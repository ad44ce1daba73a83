import { denialsIn, isOfKind } from './denials';
import { imprintIn } from './imprint';
import { type Body, bodiesIn, bodyNext } from './legal-forms';
import {
	BETWEEN,
	CONTROLLER,
	NEGATED,
	NOUN,
	NOUN_FIRST,
	NOUN_WITHIN,
	OTHERS,
	PERSON,
	RUN_BY,
	RUNS,
	WE_ARE,
} from './relations';
import type { Operator, Said } from './said';
import type { Sentence } from './sentences';
import { siteOf } from './site';

/** Whose words are read: what its people call it, and where it is. */
export type Place = { host: string; title: string };
/**
 * Who says that they run this server. A body counts only where the sentence says that it runs this very place: one
 * that supports, hosts, is like, or runs something else is none. Undefined where two are named, or where it is denied as well: unknown is better
 * than a guess.
 */
export function operatorOf(
	sentences: readonly Sentence[],
	place: Place,
): Said<Operator> | undefined {
	const bodies = [...sentences.flatMap((one) => runners(one, place)), ...imprintIn(sentences)];
	const found = bodies.length > 0 ? bodies : sentences.flatMap((one) => person(one, place));
	const [first, ...others] = found;
	if (!first) return undefined;
	const names = new Set(found.map(({ value }) => plain(value.name)));
	const longest = [...names].reduce((one, other) => (other.length > one.length ? other : one));
	if ([...names].some((name) => !longest.includes(name))) return undefined;
	const kinds = new Set(found.map(({ value }) => value.kind));
	if (kinds.size > 1) return undefined;
	const saysNo = denialsIn(sentences.map(({ text }) => text)).some(
		({ before, denied }) =>
			!namesOthers(before, place) &&
			(plain(denied).includes(longest) || isOfKind(denied, first.value.kind)),
	);
	if (saysNo) return undefined;
	return [first, ...others].find(({ value }) => plain(value.name) === longest);
}

function plain(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

function runners(sentence: Sentence, place: Place): Said<Operator>[] {
	const { text } = sentence;
	const said = [
		...after(text, RUN_BY, (start) => isThisPlace(sentence, start, place)),
		...after(text, WE_ARE, () => true),
		...after(text, BETWEEN, () => true),
		...after(text, CONTROLLER, () => true),
		...before(text, place),
	];
	return said
		.filter(({ start }) => !NEGATED.test(text.slice(0, start)))
		.map(({ name, kind, start }) => ({ value: { name, kind }, sentence: text, at: start }));
}

/** Bodies that are named right after the words of `pattern`. */
function after(text: string, pattern: RegExp, fits: (start: number) => boolean): Body[] {
	return [...text.matchAll(pattern)].flatMap((match) => {
		const body = fits(match.index) ? bodyNext(text, match.index + match[0].length) : undefined;
		return body ?? [];
	});
}

/** Looking for names is slow: only where something of the kind follows one. */
const SAYS_SO =
	/\(|(?:runs|operates|administers|manages|betreibt|beheert|exploiteert|gère|opère|administre|édite|gestiona|opera|administra) /iu;

/** Bodies of which the sentence goes on to say that they run this place, or that they are "we". */
function before(text: string, place: Place): Body[] {
	if (!SAYS_SO.test(text)) return [];
	return bodiesIn(text).filter((body) => {
		const rest = text.slice(body.end);
		const verb = RUNS.exec(rest)?.[0];
		if (verb) return isNamed(rest.slice(verb.length), place);
		const isWe =
			/^[^.;]{0,40}?\(\s?(?:[“"„«'‘][^)]{1,30}, ?)?[“"„«'‘](?:we|us|wir|uns|wij|ons|nous|nosotros)[”"“»'’]/iu;
		return isWe.test(rest);
	});
}

/** What stands before "is run by": does it mean this server? */
function isThisPlace({ text, before: last }: Sentence, start: number, place: Place): boolean {
	const clause = text
		.slice(0, start)
		.split(
			/[,;:–—]\s|\s(?:and|und|en|et|y)\s(?=this|our|dies|unser|deze|onze|ce|notre|est|nuestr)/iu,
		);
	const subject = (clause.at(-1) ?? '').replace(/\([^)]*\)/gu, '').trim();
	if (OTHERS.test(subject) || namesOthers(subject, place)) return false;
	if (/^(?:it|sie|er|es|het|il|elle)?$/iu.test(subject)) {
		const isOther = OTHERS.test(last) || /software|program|protoco|logiciel/iu.test(last);
		return !isOther && !namesOthers(last, place) && (NOUN_WITHIN.test(last) || called(last, place));
	}
	return isAbout(subject, place);
}

function isNamed(rest: string, place: Place): boolean {
	const object = rest.split(/[,;:.–—]\s/u)[0]?.slice(0, 80) ?? '';
	if (OTHERS.test(object) || namesOthers(object, place)) return false;
	return NOUN_FIRST.test(object) || called(object, place);
}

/** Whether words end in a noun for a server, or in the name or host of this one. */
function isAbout(words: string, place: Place): boolean {
	if (namesOthers(words, place)) return false;
	return NOUN.test(words) || called(words, place);
}

/** Words of the title that name this place and no other. */
function called(words: string, { host, title }: Place): boolean {
	const said = words.toLowerCase();
	if (said.includes(host.toLowerCase())) return true;
	if (title.length > 3 && !GENERIC.test(title) && said.includes(title.toLowerCase())) return true;
	return title
		.split(/[^\p{L}\d]+/u)
		.some(
			(word) =>
				word.length > 3 && !GENERIC.test(word) && new RegExp(`\\b${word}$`, 'iu').test(words),
		);
}

const GENERIC =
	/^(?:mastodon|social|server|instan\p{L}+|community|network|online|fediverse|the|club|town|world|pixelfed|pleroma|akkoma|gotosocial|hollo|bluesky|friends|people)$/iu;

/** Another host is named: the sentence is about that one. */
function namesOthers(words: string, { host }: Place): boolean {
	const hosts = words.match(/[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu) ?? [];
	const own = siteOf(host);
	return hosts.length > 0 && !hosts.some((one) => siteOf(one) === own);
}

/** A person, where the words say that it is one: a hobby, a spare time, a private individual. */
function person(sentence: Sentence, place: Place): Said<Operator>[] {
	const { text } = sentence;
	if (!PERSON.words.test(text)) return [];
	return [...text.matchAll(PERSON.runBy)].flatMap((match) => {
		const name = match.groups?.['name'];
		const start = match.index;
		if (!name || NEGATED.test(text.slice(0, start)) || !isThisPlace(sentence, start, place))
			return [];
		const at = start + match[0].length - name.length;
		return [{ value: { name, kind: 'person' as const }, sentence: text, at }];
	});
}
