/** Pixels by which a size must differ. */
const SAME = 0.05;

/** Calls back when rows of a list, or what stands beside it in the page, have changed their size. Returns how to stop. */
export function watchSizes(list: HTMLElement, changed: () => void): () => void {
	const known = new WeakMap<Element, number>();
	const observer = new ResizeObserver((entries) => {
		const differing = entries.filter(({ target, borderBoxSize }) => {
			const size = borderBoxSize[0]?.blockSize ?? 0;
			// It tells once of all that it was given; rows have been measured already when they were drawn.
			const before = known.get(target) ?? (target.parentElement === list ? size : Number.NaN);
			known.set(target, size);
			return !(Math.abs(before - size) <= SAME);
		});
		if (differing.length > 0) changed();
	});
	observer.observe(document.body);
	for (const beside of list.parentElement?.children ?? [])
		if (beside !== list) observer.observe(beside);
	for (const row of list.children) observer.observe(row);
	const coming = new MutationObserver((changes) => {
		for (const { addedNodes, removedNodes } of changes) {
			for (const node of elements(removedNodes)) observer.unobserve(node);
			for (const node of elements(addedNodes)) observer.observe(node);
		}
	});
	coming.observe(list, { childList: true });
	if (list.parentElement) coming.observe(list.parentElement, { childList: true });
	return () => {
		observer.disconnect();
		coming.disconnect();
	};
}

function elements(nodes: NodeList): Element[] {
	return [...nodes].filter((node) => node instanceof Element);
}
