import type { Plugin } from 'vite';

const NAMES = /\/emojibase-data\/\w+\/(compact|messages)\.json$/;

type Compact = { unicode: string; label: string; group?: number; tags?: readonly string[] };
type Messages = { groups: readonly { order: number; message: string }[] };

/** Of the library of emoji names what is shown of it: skin tones and the rest are two thirds of its bytes. */
export function slimEmojiNames(): Plugin {
	return {
		name: 'slim-emoji-names',
		enforce: 'pre',
		transform(code, id) {
			const [, kind] = NAMES.exec(id) ?? [];
			if (kind === undefined) return undefined;
			const slim =
				kind === 'compact'
					? (JSON.parse(code) as Compact[])
							.filter(({ group }) => group !== undefined)
							.map(({ unicode, label, group, tags }) => ({ unicode, label, group, tags }))
					: {
							groups: (JSON.parse(code) as Messages).groups.map(({ order, message }) => ({
								order,
								message,
							})),
						};
			return { code: JSON.stringify(slim), map: null };
		},
	};
}
