import type { Instant, Muffle, Post, StoredPost } from '../model';
import { foldText, needsNoSpace } from '../search';
import { domainsOf, handlesOf, tagsOf, textsOf } from './parts';

export type MuffleKind = 'words' | 'tag' | 'person' | 'domain';

type Rule = { muffle: Muffle; kind: MuffleKind; needle: string };

const QUOTES = /^["“”„«»]+|["“”„«»]+$/g;
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}$/u;

/** What was typed stands for; a domain means links to it and people of it, and its words in the text too. */
export function muffleKind(text: string): MuffleKind {
	const typed = text.trim();
	if (/^[#＃]\S+$/u.test(typed)) return 'tag';
	if (/^[@＠]\S+$/u.test(typed)) return 'person';
	return DOMAIN.test(typed) ? 'domain' : 'words';
}

/**
 * Finds the first of the person's muffles that a post holds, in their order: in its texts, descriptions of media, poll
 * and card, tags, links, or people. One whose time is over holds no more.
 */
export function muffler(
	muffles: readonly Muffle[],
	now: () => Instant = Date.now,
): (stored: StoredPost) => Muffle | undefined {
	const rules = muffles.map(ruleOf).filter(({ needle }) => needle !== '');
	const known = new WeakMap<Post, readonly string[]>();
	const foldedOf = (post: Post): readonly string[] => {
		const folded = known.get(post) ?? textsOf(post).map(foldText);
		known.set(post, folded);
		return folded;
	};
	return (stored) =>
		rules.find(
			(rule) =>
				(rule.muffle.until === undefined || rule.muffle.until > now()) &&
				holds(rule, stored, () => foldedOf(stored.post)),
		)?.muffle;
}

function ruleOf(muffle: Muffle): Rule {
	const kind = muffleKind(muffle.text);
	const typed = muffle.text.trim();
	switch (kind) {
		case 'tag':
			return { muffle, kind, needle: foldText(typed) };
		case 'person':
			return { muffle, kind, needle: typed.slice(1).toLowerCase() };
		case 'domain':
			return { muffle, kind, needle: typed.toLowerCase() };
		case 'words':
			return { muffle, kind, needle: foldText(typed.replace(QUOTES, '')) };
	}
}

function holds({ kind, needle, muffle }: Rule, stored: StoredPost, texts: () => readonly string[]) {
	const inTexts = (words: string) =>
		texts().some((text) => (muffle.part ? text.includes(words) : hasWords(text, words)));
	switch (kind) {
		case 'tag':
			return tagsOf(stored.post).some((tag) => isPart(foldText(tag), needle, muffle));
		case 'person':
			return handlesOf(stored).some((handle) => handle === needle || nameIn(handle) === needle);
		case 'domain':
			return (
				domainsOf(stored).some((host) => host === needle || host.endsWith(`.${needle}`)) ||
				inTexts(foldText(needle))
			);
		case 'words':
			return inTexts(needle);
	}
}

function isPart(whole: string, needle: string, { part }: Muffle): boolean {
	return part ? whole.includes(needle) : whole === needle;
}

/** `maria` of `maria@chaos.example`. */
function nameIn(handle: string): string | undefined {
	return handle.split('@')[0];
}

/** Whether words stand in a folded text with a border on both sides. Scripts without spaces have one everywhere. */
function hasWords(text: string, words: string): boolean {
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
		const begins = isBorder(text.slice(0, at), words);
		const ends = isBorder(words, text.slice(at + words.length));
		if (begins && ends) return true;
	}
	return false;
}

function isBorder(before: string, after: string): boolean {
	const last = [...before.slice(-2)].at(-1) ?? ' ';
	const next = [...after.slice(0, 2)][0] ?? ' ';
	return last === ' ' || next === ' ' || needsNoSpace(last) || needsNoSpace(next);
}
