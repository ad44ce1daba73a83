type Called = { name: string; host: string; window?: true };

/** What a place is called where there is little room: its host, or, where several of mine are there, which of them. */
export function shortName(one: Called, all: readonly Called[]): string {
	if (one.window) return one.name;
	const there = new Set(
		all.flatMap(({ host, name, window }) => (host === one.host && !window ? [name] : [])),
	);
	return there.size > 1 || one.host === '' ? `@${one.name}` : one.host;
}
