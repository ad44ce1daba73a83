/**
 * Where in a text a point of the window lies: the pieces of the text under `box` say with `data-start` where they
 * begin (UTF-16 offsets). Undefined where there is no text at that point.
 */
export function offsetAt(box: HTMLElement, x: number, y: number): number | undefined {
	const found = document.caretPositionFromPoint(x, y);
	if (!found || !box.contains(found.offsetNode)) return undefined;
	const { offsetNode, offset } = found;
	const piece = offsetNode.parentElement?.closest<HTMLElement>('[data-start]');
	if (!piece || !(offsetNode instanceof globalThis.Text)) return undefined;
	return Number(piece.dataset['start']) + offset;
}
