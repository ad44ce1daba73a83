import type { AccountUri, Instant, Label } from '../../../model';
import { parseInstant } from '../../../text';
import { list, record } from '../../json';
import { effectOf, type LabelMeaning, type Words } from './label-words';
import { didOf } from './uri';

/** A label before it is known what its labeler means by it. */
export type RawLabel = { by: AccountUri; value: string; self?: true; of: Label['of'] };

type About = {
	of: Label['of'];
	author: AccountUri;
	now: Instant;
	/** Version of the post: a label may be for another. */
	cid?: string;
};

const MOST = 40;
const VALUE = /^!?[\w-]{1,100}$/;
/** Nobody says these of themselves. */
const NOT_SELF = new Set(['!hide', '!warn']);
/** Told otherwise: Account.signedInOnly, Account.bot. */
const NOT_SHOWN = new Set(['!no-unauthenticated', 'bot']);

/** `com.atproto.label.defs#label`: those that hold now, each once. */
export function readLabels(value: unknown, about: About): readonly RawLabel[] {
	const labels = new Map<string, RawLabel>();
	for (const one of list(value, MOST)) {
		const json = record(one);
		const by = didOf(json?.['src']);
		const name = json?.['val'];
		if (!json || by === undefined || typeof name !== 'string' || !VALUE.test(name)) continue;
		const expires = parseInstant(json['exp']);
		const other = about.cid !== undefined && json['cid'] !== undefined && json['cid'] !== about.cid;
		if (json['neg'] === true || other || (expires !== undefined && expires <= about.now)) continue;
		const self = by === about.author;
		if (self && NOT_SELF.has(name)) continue;
		labels.set(`${by} ${name}`, {
			by,
			value: name,
			of: about.of,
			...(self ? { self: true } : {}),
		});
	}
	return [...labels.values()];
}

/** `com.atproto.label.defs#selfLabels` of a record: for where no service hands them out as labels. */
export function selfLabels(value: unknown, author: AccountUri, now: Instant): readonly RawLabel[] {
	const values = list(record(value)?.['values'], MOST);
	const labels = values.map((one) => ({ src: author, val: record(one)?.['val'] }));
	return readLabels(labels, { of: 'post', author, now });
}

/** What is shown of labels, in their labelers' words; those that do nothing here are left out. */
export function shownLabels(labels: readonly RawLabel[], words: Words): readonly Label[] {
	const shown = new Map<string, Label>();
	for (const label of labels) {
		if (NOT_SHOWN.has(label.value)) continue;
		const meaning = words.of(label.by, label.value);
		const { name, description } = meaning;
		// Nobody's settings change those that the protocol defines.
		const fixed = label.value.startsWith('!');
		const choice = fixed ? undefined : words.choice(label.by, label.value, meaning);
		const effect = effectOf(meaning, choice);
		if (effect === undefined) continue;
		shown.set(`${label.by} ${label.value} ${label.of}`, {
			...label,
			name: name ?? label.value,
			effect,
			...finality(label.value, meaning, words),
			...(description === undefined ? {} : { description }),
		});
	}
	return [...shown.values()];
}

/** `!hide` cannot be clicked through, nor what is for adults while they are off (https://atproto.com/guides/labels). */
function finality(value: string, { adult }: LabelMeaning, words: Words): Pick<Label, 'final'> {
	if (value === '!hide') return { final: 'everybody' };
	return adult && words.adultsOff ? { final: 'adult' } : {};
}
