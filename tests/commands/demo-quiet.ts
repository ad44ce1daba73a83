import { type Gateway, refusedOfOurs } from '../browsers/proxy';
import type { Watch } from '../browsers/watch';
import type { Square } from '../servers/atproto';
import { originsOf, titleOf } from '../servers/atproto/known';
import type { MastodonServer } from '../servers/mastodon';

/**
 * Answers that a sign-in or a charter counts on, which browsers write down as errors all the same. A square is asked
 * first whether it speaks the Mastodon API; it names the nonce of its proofs by refusing the first (RFC 9449, 8); and
 * a community need not have terms of service, nor tell whom it refuses.
 */
const COUNTED_ON = [
	/ 404 .*\/\/[^/]*square\.test\/(api\/v[12]\/instance|\.well-known\/(host-meta|nodeinfo))\)$/,
	/ 400 .*\/\/square\.test\/oauth\/par\)$/,
	/ 404 .*\/api\/v1\/instance\/(terms_of_service|domain_blocks)\)$/,
];

export type Servers = {
	/** A small community. */
	town: MastodonServer;
	/** A town square that a foundation runs, on AT Protocol. */
	square: Square;
	/** A large place of the Mastodon API that shows nothing to strangers. */
	forum: MastodonServer;
};

/** `Demo.check`. */
export function checkQuiet(watch: Watch, gateway: Gateway, servers: Servers): number {
	const { town, square, forum } = servers;
	const errors = watch.errors.filter((error) => !COUNTED_ON.some((one) => one.test(error)));
	const theirs = new Set([town.origin, forum.origin, ...originsOf(square)]);
	const others = watch.foreign.filter((url) => !theirs.has(new URL(url).origin));
	const complaints = [
		...[town, forum].map(({ world, problems }) => [world.title, problems] as const),
		[titleOf(square), square.problems] as const,
	].flatMap(([title, problems]) => problems.map((problem) => `${title}: ${problem}`));
	const loud = [...errors, ...others, ...refusedOfOurs(gateway), ...complaints];
	if (loud.length > 0) throw new Error(`The tour was not quiet:\n${loud.join('\n')}`);
	return watch.errors.length - errors.length;
}
