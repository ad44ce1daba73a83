// What is offered while a name, a tag or an emoji is typed. Comes when the first one is typed: nobody waits for it.
import type { Emoji } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import { emojiCalled, emojiNames } from './emoji-names';
import { askPeople, knownPeople } from './known-people';
import { askTags, knownTags } from './known-tags';
import { askEmoji, emojiNamed, knownEmoji } from './server-emoji';
import type { Typed } from './typing';

/** Something that can stand where it is typed. */
export type Suggestion = {
	key: string;
	/** What then stands there. */
	insert: string;
	name: string;
	quiet?: string;
	/** An emoji, or the picture that a server has for one. */
	face?: string;
	picture?: Emoji;
};

/** So many are offered; more are told apart by typing on. */
const MOST = 6;

/** What is known here, without asking anybody. */
export async function suggest(
	{ mark, name }: Typed,
	targets: readonly Target[],
	language: string,
): Promise<readonly Suggestion[]> {
	if (mark === '@') {
		const networks = [...new Set(targets.map(({ network }) => network))];
		return (await knownPeople(name, networks, MOST)).map(person);
	}
	if (mark === '#') return (await knownTags(name, MOST)).map(tag);
	const pictures = targets.flatMap((target) =>
		emojiNamed(knownEmoji(target.key), name, MOST / 2).map((one) => picture(one, target)),
	);
	const faces = emojiCalled(await emojiNames(language), name, MOST).map(face);
	return [...pictures, ...faces].slice(0, MOST);
}

/** What one server says to it. */
export async function ask({ mark, name }: Typed, target: Target): Promise<readonly Suggestion[]> {
	if (mark === '@') return (await askPeople(target.key, name, MOST)).map(person);
	if (mark === '#') return (await askTags(target.key, name, MOST)).map(tag);
	const found = emojiNamed(await askEmoji(target.key), name, MOST);
	return found.map((one) => picture(one, target));
}

function person({ key, handle, name }: Awaited<ReturnType<typeof knownPeople>>[number]) {
	return { key, insert: `@${handle} `, name, quiet: `@${handle}` };
}

function tag(one: string): Suggestion {
	return { key: `#${one}`, insert: `#${one} `, name: `#${one}` };
}

function face({ unicode, label }: { unicode: string; label: string }): Suggestion {
	return { key: unicode, insert: `${unicode} `, face: unicode, name: label };
}

function picture(emoji: Emoji, { key, host }: Target): Suggestion {
	const name = `:${emoji.shortcode}:`;
	return { key: `${key} ${name}`, insert: `${name} `, name, picture: emoji, quiet: host };
}
