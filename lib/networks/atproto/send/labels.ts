import type { Content } from '../../../model';
import type { Json } from '../../json';

const SELF = 'com.atproto.label.defs#selfLabels';

/** Words of a warning that say what authors may label themselves (https://docs.bsky.app/docs/advanced-guides/moderation). */
const MEANT: readonly (readonly [value: string, words: RegExp])[] = [
	['porn', /\b(?:porn\p{L}*|hentai|xxx)\b/iu],
	['sexual', /\b(?:nsfw|sex\p{L}*|erotic\p{L}*|erotik|lewd|kink\p{L}*)\b/iu],
	['nudity', /\b(?:nud\p{L}+|nackt\p{L}*|naked)\b/iu],
	[
		'graphic-media',
		/\b(?:gore|blood\p{L}*|blut\p{L}*|graphic|injur\p{L}+|wound\p{L}*|corpse\p{L}*)\b/iu,
	],
];

/** Of what is covered and fits no word: "explicit or potentially disturbing media". */
const COVERED = 'graphic-media';

/**
 * What the author says of the post: there is no free text for it. A warning that speaks of one of these gets the label;
 * pictures behind any other warning are covered all the same. Undefined for none.
 */
export function labelsFor({ warning, sensitive }: Content, hasFiles: boolean): Json | undefined {
	const [meant] = MEANT.flatMap(([value, words]) => (words.test(warning ?? '') ? [value] : []));
	const covered = hasFiles && (sensitive || warning);
	const val = meant ?? (covered ? COVERED : undefined);
	return val === undefined ? undefined : { $type: SELF, values: [{ val }] };
}
