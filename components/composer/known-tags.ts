import type { Facet, TargetKey } from '../../lib/model';
import { asking, sessions } from '../../lib/sessions';
import { generations, postsBy, readDeliveries, readNamed } from '../../lib/store';
import { marksIn } from '../../lib/text';

/** So many of the last deliveries are looked through. */
const LAST = 300;

/** A tag as it was written, and how often it was used. */
type Use = readonly [tag: string, times: number];

/** Tags that begin so, as I wrote them: those I used most first, then those I follow. */
export async function knownTags(typed: string, most: number): Promise<readonly string[]> {
	const [sent, mine, archives, named] = await Promise.all([
		readDeliveries(LAST),
		sessions(),
		generations(),
		readNamed(),
	]);
	const posts = (await Promise.all(mine.map(({ account }) => postsBy(account)))).flat();
	// What was sent last goes before: a tag stands as it was written then.
	return mostUsed(
		[
			...sent.flatMap(({ content, kind }) => (kind === 'edit' ? [] : tagsIn(content?.text ?? ''))),
			...posts.flatMap(({ post }) => tagsOf(post.content.facets)),
			...archives.flatMap(({ summary }) =>
				summary.tags.map(({ name, value }): Use => [name, value]),
			),
			...named.flatMap(({ source }): Use[] => (source.kind === 'tag' ? [[source.tag, 0]] : [])),
		],
		typed,
	).slice(0, most);
}

/** Those that begin so, by how often they were used; written as they come first. */
export function mostUsed(uses: readonly Use[], typed: string): readonly string[] {
	const wanted = typed.toLowerCase();
	const found = new Map<string, { as: string; times: number }>();
	for (const [tag, times] of uses) {
		const key = tag.toLowerCase();
		if (!key.startsWith(wanted)) continue;
		const { as, times: before } = found.get(key) ?? { as: tag, times: 0 };
		found.set(key, { as, times: before + times });
	}
	return [...found.values()].sort((a, b) => b.times - a.times).map(({ as }) => as);
}

function tagsIn(text: string): readonly Use[] {
	if (!text.includes('#')) return [];
	return marksIn(text).flatMap((one): Use[] => (one.type === 'tag' ? [[one.tag, 1]] : []));
}

function tagsOf(facets: readonly Facet[] = []): readonly Use[] {
	return facets.flatMap((one): Use[] => (one.type === 'tag' ? [[one.tag, 1]] : []));
}

/** Tags that one server finds: asked only when the person says so. */
export function askTags(by: TargetKey, typed: string, most: number): Promise<readonly string[]> {
	return asking(by, async (network, session, io) => {
		const found = await network.search?.(session, `#${typed}`, io);
		return (found?.tags ?? []).slice(0, most);
	});
}
