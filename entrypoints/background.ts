import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openApp, showBadge } from '../lib/browser';
import {
	type FromBackground,
	isOurPage,
	type Reply,
	readMessage,
	type ToBackground,
} from '../lib/messages';
import { POLLING } from '../lib/networks/polling';
import { attention, drain, receive } from '../lib/outbox/worker';
import { setNetworks } from '../lib/sessions';
import { onChange, remindersDue } from '../lib/store';
import { newNoticeCount, poll } from '../lib/timeline';
import { hearSite, registerSites } from './background/sites';
import { hearTold, tell } from './background/telling';
import { addWaysIn, makeMenus } from './background/ways-in';

const POLL = 'poll';
const POLL_MINUTES = 5;
const OUTBOX = 'outbox';
/** A worker that is killed while it sends is woken after this. */
const WAKE_MS = 60_000;
/** The shortest that alarms of a packed extension take. */
const SHORTEST_MS = 30_000;
/** A worker dies after thirty seconds in which nothing asks the browser for anything. */
const ALIVE_MS = 20_000;

/** Every listener is added in the first turn, so that a worker that was killed wakes for its event. */
export default defineBackground(() => {
	setNetworks(async () => POLLING);
	addWaysIn();
	hearTold(attention);
	browser.runtime.onInstalled.addListener(async ({ reason }) => {
		const isFirst = reason === 'install';
		await Promise.all([makeMenus(), registerSites(), isFirst && openApp('')]);
	});
	browser.alarms.onAlarm.addListener(({ name }) =>
		name === POLL ? pollAll() : name === OUTBOX ? sendAll() : undefined,
	);
	browser.runtime.onMessage.addListener((value: unknown, sender, reply: (said: Reply) => void) => {
		const own = { id: browser.runtime.id, page: browser.runtime.getURL('/app.html') };
		const message = isOurPage(sender, own) ? readMessage(value) : undefined;
		if (!message) {
			hearSite(value, sender).catch(reportError);
			return undefined;
		}
		answer(message).then(reply, (error: unknown) => reply({ failed: String(error) }));
		// The reply comes later; a promise as an answer is not known to every version of Chromium.
		return true;
	});
	browser.runtime.onStartup.addListener(() => sendAll());
	onChange(['notices', 'deliveries', 'settings'], () => countNews().catch(reportError));
	wakeLater().catch(reportError);
	sendAll().catch(reportError);
});

/** An alarm that is set again begins anew: a worker that often wakes would never come to it. */
async function wakeLater(): Promise<void> {
	if (await browser.alarms.get(POLL)) return;
	await browser.alarms.create(POLL, { periodInMinutes: POLL_MINUTES });
}

async function pollAll(): Promise<void> {
	try {
		await poll();
	} finally {
		await countNews();
	}
}

/** The page hears as soon as it is stored; sending goes on without it. */
async function answer(message: ToBackground): Promise<FromBackground> {
	const said = await receive(message);
	if ('done' in said) sendAll().catch(reportError);
	return said;
}

/** Sends what can be sent now, and sets an alarm for the rest: first one in case that this worker is killed. */
async function sendAll(): Promise<void> {
	const alive = setInterval(() => {
		browser.runtime.getPlatformInfo().catch(reportError);
	}, ALIVE_MS);
	try {
		await browser.alarms.create(OUTBOX, { when: Date.now() + WAKE_MS });
		await rest(await drain(new AbortController().signal));
	} finally {
		clearInterval(alive);
		await countNews();
	}
}

/** What is due sooner than an alarm can be is done by this worker, if it lives that long. */
async function rest(next: number | undefined): Promise<void> {
	if (next === undefined) {
		await browser.alarms.clear(OUTBOX);
		return;
	}
	const now = Date.now();
	await browser.alarms.create(OUTBOX, { when: Math.max(next, now + SHORTEST_MS) });
	if (next < now + SHORTEST_MS) setTimeout(() => sendAll().catch(reportError), next - now);
}

/** What is new, what needs the person, and what they wanted to be reminded of: polling looks often enough. */
async function countNews(): Promise<void> {
	const due = await remindersDue(Date.now());
	const needs = await attention();
	await showBadge((await newNoticeCount()) + needs + due);
	await tell(needs);
}
