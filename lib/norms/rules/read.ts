import type { RuleClass, Visibility } from '../../model';
import { altTextMeaning, readAltText } from './classes/alt-text';
import { attributionMeaning, readAttribution } from './classes/attribution';
import { crossPostingMeaning, readCrossPosting } from './classes/cross-posting';
import { readIdentity } from './classes/identity';
import { languageMeaning, readLanguage } from './classes/language';
import { linksMeaning, readLinks } from './classes/links';
import type { Meaning } from './classes/meaning';
import { privacyMeaning, readPrivacy } from './classes/privacy';
import { readVolume, volumeMeaning } from './classes/volume';
import { readWarning, warningMeaning } from './classes/warning';
import { Said } from './said';
import { LONGEST_SENTENCE } from './sentences';
import { sparedAfter, sparing } from './spared';

/** What a machine understands of a sentence; empty where it is not sure. */
export type Understood = {
	meanings: readonly Meaning[];
	/** What it lets out of the demands that stand before it. */
	spares: readonly Visibility[];
};

const NOTHING: Understood = { meanings: [], spares: [] };

/** `before`: what the same rule said before. */
export function understood(sentence: string, before: readonly Meaning[] = []): Understood {
	if (sentence.length > LONGEST_SENTENCE) return NOTHING;
	const said = new Said(sentence);
	if (said.hits.length === 0) return NOTHING;
	const found = meaningsIn(said, sentence, before);
	if (found.length > 0) return { meanings: found.map((one) => sparing(said, one)), spares: [] };
	return before.length > 0 ? { meanings: found, spares: sparedAfter(said) } : NOTHING;
}

function meaningsIn(said: Said, sentence: string, before: readonly Meaning[]): readonly Meaning[] {
	const volume = readVolume(said);
	const attribution = readAttribution(said, sentence);
	const privacy = readPrivacy(said);
	// "Feeds may post once an hour" and "no advertising bots" are about how much and what for.
	const isPaced = volume.length > 0 && !said.has('unlisted');
	const isMadeBy = attribution.length > 0 && said.together(['promo', 'ai', 'credit'], COPYING);
	const isElse = isPaced || isMadeBy || privacy.length > 0;
	return [
		...(isElse ? [] : readCrossPosting(said)),
		...volume,
		...readLanguage(said, () => namedIn(before)),
		...readAltText(said),
		...readWarning(said),
		...readLinks(said, sentence),
		...attribution,
		...privacy,
		...readIdentity(said),
	];
}

const COPYING = ['bot', 'cross', 'auto'] as const;

/** The languages that were named last. */
function namedIn(before: readonly Meaning[]): readonly string[] {
	const last = before.findLast((one) => one.class === 'language');
	return last?.class === 'language' ? last.languages : [];
}

/** What a sentence says where a person knows what it is about: as strict as its words, and where they do not say, strict. */
export function meaningAs(sentence: string, about: RuleClass): Meaning {
	const said = new Said(sentence.slice(0, LONGEST_SENTENCE));
	return AS[about](said, sentence);
}

const AS: Readonly<Record<RuleClass, (said: Said, sentence: string) => Meaning>> = {
	conduct: () => ({ class: 'conduct' }),
	'cross-posting': crossPostingMeaning,
	volume: volumeMeaning,
	language: languageMeaning,
	'alt-text': (said) => altTextMeaning(said),
	warning: warningMeaning,
	links: linksMeaning,
	attribution: attributionMeaning,
	privacy: privacyMeaning,
	identity: () => ({ class: 'identity' }),
};
