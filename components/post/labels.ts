import type { Label, View } from '../../lib/model';

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
		if (!before || STRENGTH.indexOf(label.effect) > STRENGTH.indexOf(before.effect)) {
			found.set(key, label);
		}
	}
	return [...found.values()];
}

export function effectsOf(labels: readonly Label[]): LabelEffects {
	const of = (effect: Label['effect']) => labels.filter((label) => label.effect === effect);
	return { hide: of('hide'), blur: of('blur'), blurMedia: of('blurMedia'), inform: of('inform') };
}

/** Whether the picture of the author is kept back too: something that covers was said of the person. */
export function coversAuthor(labels: readonly Label[]): boolean {
	return labels.some(({ of, effect }) => of === 'author' && effect !== 'inform');
}
