import type { Person, Square } from './index';

/** Every origin under which a square or somebody of it is known. */
export function originsOf({ origin, otherOrigin, hosts, people, views }: Square): string[] {
	const names = [...hosts.keys()].filter((host) => !host.startsWith('*'));
	const others = [...people.map(({ handle }) => handle), ...views.map(({ host }) => host)];
	return [origin, otherOrigin, ...[...names, ...others].map((host) => `https://${host}`)];
}

/** Somebody of the square by the name before the domain. */
export function personIn(square: Square, name: string): Person {
	const found = square.people.find(({ handle }) => handle.startsWith(`${name}.`));
	if (!found) throw new Error(`Nobody is called ${name} there.`);
	return found;
}

/** What a square calls itself. */
export const titleOf = ({ world }: Square): string => world.homes[0]?.title ?? world.domain;
