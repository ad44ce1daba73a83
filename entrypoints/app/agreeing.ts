import { browser } from 'wxt/browser';
import type { Agreeing } from '../../components/shared/services';
import type { Carrier } from '../../lib/agreement';
import { onChange, readAgreement } from '../../lib/store';

const carrier: Carrier = {
	read: () => browser.storage.sync.get(null),
	write: (items) => browser.storage.sync.set(items),
	remove: (names) => browser.storage.sync.remove([...names]),
};

/** Whoever changes one thing soon changes another, and the browser counts how often it is written to. */
const SOON_MS = 1000;
/** What was heard from other browsers comes in one piece after the other. */
const HEARD_MS = 300;
/** The place in the timeline is carried as often; and what could not be carried is tried again. */
const AGAIN_MS = 60_000;

/** It comes when it is wanted: most people have one browser. */
const room = () => import('../../lib/agreement');

export const agreeing: Agreeing = {
	begin: async () => (await room()).beginAgreement(carrier, Date.now()),
	end: async (deletes) => (await room()).endAgreement(carrier, deletes),
};

/** While the tab is open, takes over what other browsers say, and tells them what changes here. */
export function keepAgreed(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const look = async () => {
		if (!(await readAgreement())) return;
		await (await room()).agree(carrier, Date.now());
	};
	const later = (ms: number) => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			later(AGAIN_MS);
			look().catch(reportError);
		}, ms);
	};
	const soon = () => later(SOON_MS);
	const heard = () => later(HEARD_MS);
	const hidden = () => {
		if (document.visibilityState === 'hidden') later(HEARD_MS);
	};
	const stop = onChange(['settings'], soon);
	browser.storage.sync.onChanged.addListener(heard);
	document.addEventListener('visibilitychange', hidden);
	soon();
	return () => {
		clearTimeout(timer);
		stop();
		browser.storage.sync.onChanged.removeListener(heard);
		document.removeEventListener('visibilitychange', hidden);
	};
}
