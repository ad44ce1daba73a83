import type { Attached, Content, Draft, DraftMedium, NetworkId, Origin, TargetKey } from '../model';
import { mentionsOn } from '../networks';
import { partsOf as partsOfText } from '../text';

/** A target of a draft, with what decides how it has to be written there. */
export type Aimed = { target: TargetKey; host: string; network?: NetworkId };

/**
 * What a draft becomes at one target: one content, or the posts of a thread in order, with the people it names called
 * as they are called there. Pure; this is what is judged while typing and what is frozen.
 */
export function partsOf(draft: Draft, aimed: Aimed): readonly [Content, ...Content[]] {
	const { target } = aimed;
	const own = draft.own[target] ?? {};
	const texts = partsOfText(own.text ?? draft.text, own.borders ?? [], own.numbered);
	const [first, ...rest] = texts.map(({ text }, at) => ({
		...common(draft, target),
		text: namesAt(draft, aimed, text).text,
		...(at > 0 ? quieter(draft, target) : {}),
		...mediaAt(draft, target, at, texts.length),
		...(at === 0 && draft.poll ? { poll: draft.poll } : {}),
		...observedAt(draft, target, at),
	}));
	return [first ?? { ...common(draft, target), text: '' }, ...rest];
}

/**
 * Whom a text of a draft names, as it has to stand at one target. A bare `@name` means somebody of the one place that
 * it was written for; written for several, it is whoever is known at one of them alone, and nobody else is called.
 */
export function namesAt(
	{ targets, own, people = [], homes = {} }: Draft,
	{ target, network, host }: Aimed,
	text: string,
): ReturnType<typeof mentionsOn> {
	if (network === undefined) return { text, mentions: [] };
	const place = { network, host };
	const isAlone = targets.length === 1 || own[target]?.text !== undefined;
	const here = Object.keys(homes).filter((name) => homes[name] === host);
	return mentionsOn(text, place, { people, here, ...(isAlone ? { from: place } : {}) });
}

function common(draft: Draft, target: TargetKey): Omit<Content, 'text'> {
	const own = draft.own[target] ?? {};
	const warning = own.warning ?? draft.warning;
	// A text of its own reads like what it is; unless somebody said it, that is its language.
	const guess = own.text === undefined ? draft.guess : own.guess;
	const said = draft.language?.by === 'person' ? draft.language.tag : undefined;
	const read = own.text !== undefined && own.guess?.reliable ? own.guess.language : undefined;
	const language = own.language ?? said ?? read ?? draft.language?.tag;
	return {
		visibility: own.visibility ?? draft.visibility,
		...(warning ? { warning } : {}),
		...(draft.sensitive ? { sensitive: true as const } : {}),
		...(language ? { language } : {}),
		...(guess ? { guess } : {}),
	};
}

function observedAt({ topics }: Draft, target: TargetKey, at: number): Pick<Content, 'topics'> {
	const found = topics?.[target]?.[at];
	return found ? { topics: found } : {};
}

function quieter(draft: Draft, target: TargetKey): Partial<Pick<Content, 'visibility'>> {
	const { restUnlisted, visibility = draft.visibility } = draft.own[target] ?? {};
	return restUnlisted && visibility === 'public' ? { visibility: 'unlisted' } : {};
}

function mediaAt(draft: Draft, target: TargetKey, at: number, of: number): Pick<Content, 'media'> {
	const { places = {} } = draft.own[target] ?? {};
	const here = draft.media.filter(({ file }) => Math.min(places[file] ?? 0, of - 1) === at);
	return here.length === 0 ? {} : { media: here.map((medium) => attached(draft, target, medium)) };
}

function attached(draft: Draft, target: TargetKey, medium: DraftMedium): Attached {
	const { original: _, ...rest } = medium;
	return { ...rest, ...draft.own[target]?.files?.[medium.file] };
}

/**
 * How a draft came to be, as one target is concerned: a text of its own is typed for it alone, unless it says the same
 * as what was brought, or as what goes elsewhere.
 */
export function originAt(draft: Draft, target: TargetKey): Origin | 'several' {
	const here = wordsAt(draft, target);
	if (draft.origin !== 'typed') return isSame(here, draft.text) ? draft.origin : 'typed';
	const all = [...draft.targets.map((one) => wordsAt(draft, one)), ...(draft.elsewhere ?? [])];
	return all.filter((one) => isSame(here, one)).length > 1 ? 'several' : 'typed';
}

/** All that a draft says at a target, before it is cut and names are called as they are there. */
export function wordsAt({ own, text }: Pick<Draft, 'own' | 'text'>, target: TargetKey): string {
	return own[target]?.text ?? text;
}

function isSame(one: string, other: string): boolean {
	return one === other || bare(one) === bare(other);
}

function bare(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
