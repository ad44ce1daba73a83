import { parseRoute, type Route } from './route';

/**
 * For a page that shows only some of the routes (`stays`): `open` gets the address, from `#` on, of every other one that
 * somebody goes to, and the page stays as it is. To be called before anything is drawn: who follows the address must
 * come later.
 */
export function leadElsewhere(
	stays: (route: Route) => boolean,
	open: (href: string) => void,
): void {
	const leave = (event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
		const href = link?.getAttribute('href') ?? '';
		// The right button asks what can be done with it.
		if (!link || event.button === 2 || stays(parseRoute(href))) return;
		event.preventDefault();
		open(href);
	};
	window.addEventListener('click', leave);
	window.addEventListener('auxclick', leave);
	let isReturning = false;
	const follow = (event: Event) => {
		const { hash } = location;
		if (!isReturning && stays(parseRoute(hash))) return;
		// Set by what was pressed, and not by a link: whoever follows the address must not hear of the detour.
		event.stopImmediatePropagation();
		isReturning = !isReturning;
		if (!isReturning) return;
		open(hash);
		history.back();
	};
	window.addEventListener('hashchange', follow);
}
