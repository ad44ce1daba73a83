import type { Attached, Content, Reading, Venue, Verdict } from '../model';
import type { Norm } from './norm';
import { readings, sourceOf } from './readings';
import { isWriting } from './writing';

type Said = Omit<Verdict, 'norm'>;
type AltTextRule = Extract<Reading, { class: 'alt-text' }>;

/** Every file says what it shows: required or asked for by a rule, good manners where there is none. */
export const altText: Norm = {
	id: 'alt-text',
	check(content, venue) {
		if (!isWriting(venue.kind)) return [];
		const rule = strictest(venue, content);
		return (content.media ?? [])
			.filter((file) => !isDescribed(file, content.text))
			.map((file) => said(file, rule, venue));
	},
};

/** The strictest that the rules say of a post for these readers. */
function strictest(venue: Venue, { visibility }: Content) {
	const found = readings(venue).filter(
		(one): one is AltTextRule =>
			one.class === 'alt-text' && (!one.publicOnly || visibility === 'public'),
	);
	return found.find(({ level }) => level === 'required') ?? found[0];
}

function said({ file }: Attached, rule: AltTextRule | undefined, venue: Venue): Said {
	const common = { file, about: 'media', remedies: [{ do: 'writeAlt', file }] } as const;
	if (!rule) {
		return { ...common, verdict: 'advise', by: 'custom', reason: { key: 'normAltAdvised' } };
	}
	const { host } = venue;
	const source = sourceOf(rule, venue);
	return rule.level === 'required'
		? {
				...common,
				verdict: 'block',
				by: 'rule',
				source,
				override: 'notSaid',
				reason: { key: 'normAltRequired', parameters: { host } },
			}
		: {
				...common,
				verdict: 'ask',
				by: 'rule',
				source,
				override: 'goOn',
				reason: { key: 'normAltAsked', parameters: { host } },
			};
}

const FILE_NAME = /^.+\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|mp4|m4v|mov|webm|mp3|ogg|wav)$/i;
const CAMERA =
	/^(?:img|dsc[nf]?|pxl|image|picture|photo|screenshot|screen shot|bild|foto|bildschirmfoto|video|untitled|signal|whatsapp image)[\s_-]*[\d\s_.:-]*$/i;
const LEAST_LETTERS = 4;
const WORD = /\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** "Screenshot 2026-11-22 at 10.22.33 AM.png" has five. */
const MOST_WORDS = 6;

/** Whoever says more than that speaks of a file. */
function isFileName(written: string): boolean {
	return FILE_NAME.test(written) && written.split(' ').length <= MOST_WORDS;
}

/** "Cat" tells nobody what a picture shows; a sign of Chinese or Japanese is a word. */
function isTooShort(written: string): boolean {
	return written.length < LEAST_LETTERS && /^[\p{Script=Latin}\P{L}]*$/u.test(written);
}

/** A file name describes nothing, and neither does the text of the post once more. */
function isDescribed({ alt = '', name = '' }: Attached, text: string): boolean {
	const written = alt.trim();
	if (!WORD.test(written) || isTooShort(written) || isFileName(written) || CAMERA.test(written))
		return false;
	const bare = (one: string) => one.trim().toLowerCase();
	return bare(written) !== bare(text) && bare(written) !== bare(name.replace(/\.\w+$/, ''));
}
