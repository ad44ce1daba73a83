/** Things by a name that they have, in the order in which each name first came. Node 20 has no `Map.groupBy`. */
export function grouped<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const group = groups.get(nameOf(one));
		if (group) group.push(one);
		else groups.set(nameOf(one), [one]);
	}
	return groups;
}
