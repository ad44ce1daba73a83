import type { Draft } from '../../lib/model';
import { namesAt, type Target } from '../../lib/outbox';
import { mentionsIn } from '../../lib/text';

/** Whom a text names, where that is not what was typed: nobody there, or the same person by another name. */
export function renamed(
	draft: Draft,
	target: Target,
	text: string,
): { nobody: readonly string[]; others: readonly { handle: string; other: string }[] } {
	if (!text.includes('@')) return { nobody: [], others: [] };
	const typed = mentionsIn(text).map(({ handle }) => `@${handle}`);
	const { mentions } = namesAt(draft, { ...target, target: target.key }, text);
	const nobody = mentions.flatMap(({ meaning }, n) =>
		meaning === 'plain' ? [typed[n] ?? ''] : [],
	);
	const others = mentions.flatMap(({ meaning, text: other }, n) => {
		const handle = typed[n] ?? other;
		return meaning === 'person' && handle.toLowerCase() !== other.toLowerCase()
			? [{ handle, other }]
			: [];
	});
	return { nobody: [...new Set(nobody)], others };
}
