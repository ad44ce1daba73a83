/** Escape in a search field: empties it first, the same in every browser; then gives the focus back to the page. */
export function leaveField(
	event: KeyboardEvent & { currentTarget: HTMLInputElement },
	clear: () => void,
): void {
	if (event.key !== 'Escape' || event.isComposing) return;
	event.preventDefault();
	if (event.currentTarget.value !== '') clear();
	else document.getElementById('main')?.focus({ preventScroll: true });
}
