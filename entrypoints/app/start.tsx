import { type ComponentChildren, render } from 'preact';
import { beginEarly, earlySettled } from '../../components/shared/early';
import type { Earlier } from '../../components/shared/navigation';
import { beginFirst } from '../../components/timeline/live-feed';
import { askBackground, showBadge } from '../../lib/browser';
import { sessions, setNetworks } from '../../lib/sessions';
import {
	DEFAULT_SETTINGS,
	onChange,
	onConnection,
	readPlace,
	readSettings,
	remindersDue,
} from '../../lib/store';
import { archives, newNoticeCount } from '../../lib/timeline';
import { beginLanguage, loadLanguage, Root } from './root';

/** Another page holds the database, or a newer one has it: what is read from it now would be waited for in vain. */
const held = new Promise<void>((resolve) => {
	onConnection(() => resolve());
});

/**
 * What is read before the first page is drawn; `otherwise` where the database cannot be read: the page then says what
 * is wrong.
 */
function toStartWith<T>(read: Promise<T>, otherwise: T): Promise<T> {
	const failed = (error: unknown): T => {
		reportError(error);
		return otherwise;
	};
	return Promise.race([read.catch(failed), held.then(() => otherwise)]);
}

/** The background may sleep while a page looks at notices, or at what needs the person. */
async function countNews(): Promise<void> {
	const { attention } = await outbox();
	const due = await remindersDue(Date.now());
	await showBadge((await newNoticeCount()) + (await attention()) + due);
}

// The first posts are read from the store: who speaks with servers comes after them.
setNetworks(async () => (await import('../../lib/networks/adapters')).NETWORKS);

/** It comes after the first posts: whoever sends asks for it the same way, and finds it connected. */
const outbox = () => import('../../components/shared/outbox-later');

/** All that the first page is made of is asked for at once, and not by one component after the other. */
function begin(): void {
	beginEarly('sessions', sessions, ['sessions']);
	beginEarly('archives', archives, ['generations']);
	if (/^(#\/?)?$/.test(location.hash)) beginFirst('home');
	beginLanguage();
}

/** A store that takes longer is waited for by a page that says so. */
const MOST_MS = 150;

/** Starts a page that begins with the timeline: `draw` gets where the last one was left. */
export async function startPage(
	draw: (earlier: Earlier | undefined) => ComponentChildren,
): Promise<void> {
	begin();
	onChange(['notices', 'deliveries', 'settings'], () => countNews().catch(reportError));
	const root = document.getElementById('app');
	if (!root) return;
	const [settings, left] = await Promise.all([
		toStartWith(readSettings(), DEFAULT_SETTINGS),
		toStartWith(readPlace(), undefined),
	]);
	const texts = await loadLanguage(settings.language);
	// Drawn while the store answers, an empty page would make the first posts wait for it.
	await earlySettled(MOST_MS);
	const earlier = left && { page: 'timeline' as const, left };
	render(<Root initial={{ settings, texts }}>{draw(earlier)}</Root>, root);
	(await outbox()).connectOutbox(askBackground);
}
