/** The list with one of its entries a step further up or down; as it was, where it stands at the end already. */
export function moved<T extends { id: string }>(
	list: readonly T[],
	id: string,
	step: -1 | 1,
): readonly T[] {
	const from = list.findIndex((one) => one.id === id);
	const one = list[from];
	const other = list[from + step];
	if (!one || !other) return list;
	return list.map((entry, i) => (i === from ? other : i === from + step ? one : entry));
}
