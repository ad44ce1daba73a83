import type { Label, View } from '../../lib/model';
import type { Key } from '../../lib/texts';

/** Labels by what they do to a post. A post that is hidden is not also blurred. */
export type LabelEffects = Readonly<Record<Label['effect'], readonly Label[]>>;

const STRENGTH: readonly Label['effect'][] = ['inform', 'blurMedia', 'blur', 'hide'];

/**
 * What is said through any of my accounts, each once: two accounts may have asked the same labeler, and want
 * different things of what it says; the stricter wish counts.
 */
export function labelsOf(seen: readonly Pick<View, 'labels'>[]): Label[] {
	const found = new Map<string, Label>();
	for (const label of seen.flatMap(({ labels = [] }) => labels)) {
		const key = JSON.stringify([label.by, label.value, label.of]);
		const before = found.get(key);
		const stricter = !before || STRENGTH.indexOf(label.effect) > STRENGTH.indexOf(before.effect);
		const kept = stricter ? label : before;
		const final = label.final ?? before?.final;
		found.set(key, final === undefined ? kept : { ...kept, final });
	}
	return [...found.values()];
}

export function effectsOf(labels: readonly Label[]): LabelEffects {
	const of = (effect: Label['effect']) => labels.filter((label) => label.effect === effect);
	return { hide: of('hide'), blur: of('blur'), blurMedia: of('blurMedia'), inform: of('inform') };
}

const NAMES: Readonly<Record<string, Key>> = {
	'!hide': 'labelHide',
	'!warn': 'labelWarn',
	porn: 'labelPorn',
	sexual: 'labelSexual',
	nudity: 'labelNudity',
	'graphic-media': 'labelGraphic',
	gore: 'labelGraphic',
};

/** What a label is called: in its labeler's words, else in ours where everybody means the same by it. */
export function nameOf({ name, value }: Label, t: (key: Key) => string): string {
	const key = name === value && Object.hasOwn(NAMES, value) ? NAMES[value] : undefined;
	return key === undefined ? name : t(key);
}

/** Labels under what they are called: each word stands once, whoever says it. */
export function byName(
	labels: readonly Label[],
	t: (key: Key) => string,
): { name: string; labels: readonly Label[] }[] {
	const found = new Map<string, Label[]>();
	for (const label of labels) {
		const name = nameOf(label, t);
		found.set(name, [...(found.get(name) ?? []), label]);
	}
	return [...found].map(([name, alike]) => ({ name, labels: alike }));
}

/** Why no press shows what labels keep back; undefined when one does. */
export function whyFinal(labels: readonly Label[]): Key | undefined {
	if (labels.some(({ final }) => final === 'everybody')) return 'labelFinal';
	return labels.some(({ final }) => final === 'adult') ? 'labelAdultsOff' : undefined;
}

/** Whether the picture of the author is kept back too: something that covers was said of the person. */
export function coversAuthor(labels: readonly Label[]): boolean {
	return labels.some(({ of, effect }) => of === 'author' && effect !== 'inform');
}
