import type { Mentioned, Post } from '../model';

type Words = Pick<Post, 'content' | 'replyMentions'>;

/**
 * A post's text as somebody would have to type it: networks shorten links and names, and our reading takes the names
 * that begin an answer out of its text.
 */
export function typedOf({ content: { text, facets = [] }, replyMentions = [] }: Words): string {
	let typed = addressed(replyMentions);
	let at = 0;
	for (const facet of facets) {
		const instead =
			facet.type === 'mention'
				? `@${facet.handle}`
				: facet.type === 'link' && isShortened(text.slice(facet.start, facet.end), facet.href)
					? facet.href
					: undefined;
		if (instead === undefined || facet.start < at) continue;
		typed += text.slice(at, facet.start) + instead;
		at = facet.end;
	}
	return typed + text.slice(at);
}

/** Names before a text, each once. */
export function addressed(people: readonly Pick<Mentioned, 'handle'>[]): string {
	const handles = new Set(people.map(({ handle }) => `@${handle.replace(/^@/, '')}`));
	return [...handles].map((handle) => `${handle} `).join('');
}

/** Words that lead somewhere keep being words; what is a part of the address is the address. */
function isShortened(words: string, href: string): boolean {
	const shown = words.replace(/(?:…|\.\.\.)$/u, '').replace(/^https?:\/\//, '');
	return (
		shown !== '' &&
		href.replace(/^https?:\/\/(?:www\.)?/, '').startsWith(shown.replace(/^www\./, ''))
	);
}
