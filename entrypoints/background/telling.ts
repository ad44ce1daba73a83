import { browser } from 'wxt/browser';
import { openApp } from '../../lib/browser';
import { readSettings } from '../../lib/store';
import { newNoticeCount } from '../../lib/timeline';

/** One notification, which is changed: nobody comes back to twenty. */
const ONE = 'news';

/** Where it leads: to what cannot go on without the person first. To be called in the first turn. */
export function hearTold(needs: () => Promise<number>): void {
	const hear = () =>
		browser.notifications?.onClicked.addListener(async () => {
			await browser.notifications.clear(ONE);
			await openApp((await needs()) > 0 ? '#/outbox' : '#/notifications');
		});
	hear();
	// There is no such thing to listen to before the person allowed it.
	browser.permissions.onAdded.addListener(({ permissions }) => {
		if (permissions?.includes('notifications')) hear();
	});
}

/** Tells, where it is wished, that more than before needs the person or names them: how many, and nothing of any post. */
export async function tell(needs: number): Promise<void> {
	const { i18n, notifications, storage } = browser;
	if (!notifications) return;
	const { tellNeeds, tellMentions } = await readSettings();
	const named = tellMentions === 'on' ? await newNoticeCount(['mention', 'quote']) : 0;
	const now = [tellNeeds === 'on' ? needs : 0, named];
	const { told = [0, 0] } = (await storage.session.get('told')) as { told?: number[] };
	if (now.join() === told.join()) return;
	await storage.session.set({ told: now });
	const isMore = now.some((count, i) => count > (told[i] ?? 0));
	// Whoever looks after it has seen it.
	if (!isMore) return void notifications.clear(ONE);
	const lines = (['tellNeedsCount', 'tellMentionsCount'] as const).map((key, i) =>
		now[i] ? i18n.getMessage(key).replace('{count}', String(now[i])) : '',
	);
	await notifications.create(ONE, {
		type: 'basic',
		iconUrl: '/icon/128.png',
		title: i18n.getMessage('extensionName'),
		message: lines.filter(Boolean).join('\n'),
	});
}
