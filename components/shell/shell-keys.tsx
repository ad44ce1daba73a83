import { useState } from 'preact/hooks';
import { useKeys } from '../shared/keys';
import { hrefs } from '../shared/route';
import { onDemand } from './on-demand';

const Legend = onDemand(async () => (await import('./legend')).Legend);

/** Keys that work on every page. */
export function ShellKeys() {
	const [legend, setLegend] = useState(false);
	useKeys({
		'/': toSearch,
		'?': () => setLegend(true),
		n: () => to(hrefs.compose()),
		'g d': () => to(hrefs.drafts()),
		'g o': () => to(hrefs.outbox()),
		'g h': () => to(hrefs.timeline()),
		'g s': () => to(hrefs.search()),
		'g a': () => to(hrefs.archive()),
		'g i': () => to(hrefs.import()),
		'g n': () => to(hrefs.notifications()),
		'g v': () => to(hrefs.servers()),
		'g e': () => to(hrefs.settings()),
		Escape: back,
	});
	return legend ? <Legend close={() => setLegend(false)} /> : null;
}

function to(href: string): void {
	location.hash = href;
}

/** The search field in sight, else the page of search. */
function toSearch(): void {
	const field = document.querySelector<HTMLInputElement>('input[data-search]');
	if (field?.checkVisibility()) {
		field.focus();
		field.select();
	} else {
		to(hrefs.search());
	}
}

/** Escape leads back from a conversation, from a part of the archive or from writing; elsewhere it only lets go of the focus. */
function back(): unknown {
	const { hash } = location;
	if (history.length > 1 && /^#\/((post|archive|person|server|source)\/|compose)/.test(hash)) {
		history.back();
		return true;
	}
	return false;
}
