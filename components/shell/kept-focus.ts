import { useEffect } from 'preact/hooks';

/** What best stands in for a thing that went: it has a name, or holds what came instead. */
const PLACES = 'section, form, fieldset, li';

/**
 * Keeps the focus near when what had it goes, or cannot be pressed any more: on the nearest part of the page around it
 * that stays, until it can be pressed again. Browsers would leave it nowhere, and screen readers begin at the top. A list
 * of posts sees to its own.
 */
export function useKeptFocus(): void {
	useEffect(() => {
		const main = document.getElementById('main');
		/** What has the focus, and what is around it, inside out. */
		let around: Element[] = [];
		/** What has it instead, and what cannot be pressed for now. */
		let instead: { by: Element; held: HTMLElement } | undefined;
		const giveBack = () => {
			if (!instead?.held.isConnected || instead.held.matches(':disabled')) return;
			if (document.activeElement === instead.by) instead.held.focus({ preventScroll: true });
			instead = undefined;
		};
		const look = () => {
			giveBack();
			const [held, ...others] = around;
			if (!held || !isLost(held)) return;
			const left = others.filter((one) => one.isConnected);
			const next = left.find((one) => one.matches(PLACES)) ?? left[0];
			if (!(next instanceof HTMLElement)) return;
			next.tabIndex = -1;
			next.focus({ preventScroll: true });
			if (held instanceof HTMLElement) instead = { by: next, held };
		};
		const observer = new MutationObserver(look);
		const forget = () => {
			around = [];
			observer.disconnect();
		};
		const hear = ({ target }: FocusEvent) => {
			forget();
			if (!main || !(target instanceof Element) || target.closest('[role=feed]')) return;
			for (let one = target; one !== main; one = one.parentElement) {
				if (!one.parentElement) return;
				around.push(one);
			}
			const what = { childList: true, subtree: true, attributeFilter: ['disabled'] };
			observer.observe(main, what);
		};
		// Whoever presses beside everything has left it.
		const press = () => {
			if (document.activeElement === document.body && around[0]?.isConnected) forget();
		};
		document.addEventListener('focusin', hear);
		document.addEventListener('pointerup', press);
		return () => {
			forget();
			document.removeEventListener('focusin', hear);
			document.removeEventListener('pointerup', press);
		};
	}, []);
}

/** Browsers differ in when they take the focus from what cannot be pressed. */
function isLost(held: Element): boolean {
	const { activeElement: now, body } = document;
	return (now === body || now === held) && (!held.isConnected || held.matches(':disabled'));
}
