/** Under this and its name a script of ours leaves what takes it away again: in its own world, which no page sees. */
export const STANDING = 'townsquare ';

/**
 * Begins what stands in a page. It is switched on in pages that are open, and perhaps a second time, or by a newer
 * version than the one that stands there: that one goes first, so that there are never two.
 */
export function replaceIn(world: object, name: string, begin: () => () => void): void {
	const end: unknown = Reflect.get(world, STANDING + name);
	if (typeof end === 'function') end();
	Reflect.set(world, STANDING + name, begin());
}
