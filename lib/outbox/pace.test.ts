import { expect, it } from 'vitest';
import { desk, only, saved, texts } from '../../tests/outbox/desk';
import { readRules } from '../norms/rules';
import { beginCare, putBalance, putServer, readServer } from '../store';
import { deliveries, enqueue, partsOf, venueOf } from '.';

const { clock, mastodon, sendNow, sent } = desk();
const MINUTE = 60_000;

/** Lets the time pass until nothing is to be done any more. */
async function settle(): Promise<void> {
	for (let looks = 0; looks < 30; looks++) {
		const next = await sendNow();
		if (next === undefined) return;
		await clock.pass(Math.max(1, next - clock.now));
	}
}
const targets = () => [mastodon().me.account];

it('what goes by itself keeps the pace: it waits, in its order, and nothing is lost', async () => {
	const words = ['First of a row', 'Second of a row', 'Third of a row'];
	for (const text of words) {
		await enqueue(await saved({ text, targets: targets(), origin: 'automatic' }));
		clock.now += 1;
	}
	await settle();
	const rows = (await deliveries()).filter(({ content }) => words.includes(content?.text ?? ''));
	const times = rows.map(({ sentAt = 0 }) => sentAt).sort((a, b) => a - b);
	expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
	expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(5 * MINUTE);
	expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(5 * MINUTE);
	expect(texts(mastodon()).filter((text) => words.includes(text))).toEqual(words);
});

it('two that are scheduled for one moment go one after the other, and are not late', async () => {
	const scheduledAt = clock.now + 60 * MINUTE;
	const words = ['At ten', 'At ten too'];
	for (const text of words) await enqueue(await saved({ text, targets: targets(), scheduledAt }));
	await settle();
	const rows = (await deliveries()).filter(({ content }) => words.includes(content?.text ?? ''));
	expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
	const [a = 0, b = 0] = rows.map(({ sentAt }) => sentAt);
	expect(Math.abs(a - b)).toBeGreaterThanOrEqual(5 * MINUTE);
});

it('what the person sends now goes now', async () => {
	await sent({ text: 'One now', targets: targets() });
	await sent({ text: 'One more', targets: targets() });
	const row = await only(sent({ text: 'Another now', targets: targets() }));
	expect(row.state).toBe('sent');
	expect(row.verdicts).toMatchObject([{ norm: 'pace', verdict: 'advise' }]);
});

it('a rule that counts by the week is kept all week', async () => {
	const row = await readServer(mastodon().me.host);
	const rules = [{ id: '1', text: 'No more than one post per week.' }];
	if (row) await putServer({ ...row, rules, readings: readRules(rules) });
	await sent({ text: 'On Monday', targets: targets() });
	await clock.pass(4 * 24 * 60 * MINUTE);
	const said = await only(sent({ text: 'On Friday', targets: targets() }));
	expect(said.verdicts).toMatchObject([{ norm: 'pace', verdict: 'ask' }]);
	await clock.pass(4 * 24 * 60 * MINUTE);
	expect((await only(sent({ text: 'On Tuesday', targets: targets() }))).state).toBe('sent');
});

it('a draft is not held against itself', async () => {
	const draft = await saved({ text: 'Mine', targets: targets(), undoSeconds: 10 });
	await enqueue(draft);
	expect((await venueOf(draft, targets()[0] ?? ''))?.recent).toBeUndefined();
});

it('what my other posts there linked to is known, and not what the draft itself does', async () => {
	await sent({ text: 'Bread: https://ada.example/bread', targets: targets() });
	const draft = await saved({ text: 'Mills: https://ada.example/mills', targets: targets() });
	const linked = async () => (await venueOf(draft, targets()[0] ?? ''))?.linked;
	expect(await linked()).toEqual(['https://ada.example/bread']);
});

it('how I stand is known to who sends: an account under care is asked about what is brought', async () => {
	const [account = ''] = targets();
	await beginCare(account, clock.now, 'Take part.');
	const row = await only(sent({ text: 'Brought', targets: targets(), origin: 'brought' }));
	expect(row).toMatchObject({ state: 'needs-you', needs: 'answer' });
	expect(row.verdicts[0]).toMatchObject({ norm: 'care', source: { sentence: 'Take part.' } });
});

it('under care, what goes by itself waits for the person, however long the pace would have it wait', async () => {
	const [account = ''] = targets();
	await sent({ text: 'Just now', targets: targets() });
	await beginCare(account, clock.now);
	const row = await only(sent({ text: 'By itself', targets: targets(), origin: 'automatic' }));
	expect(row.verdicts.map(({ norm }) => norm).sort()).toEqual(['care', 'pace']);
	expect(row).toMatchObject({ state: 'needs-you', needs: 'answer' });
});

it('what only spreads is not sent for somebody who answers nobody', async () => {
	const [account = ''] = targets();
	const counted = { readAt: clock.now, looked: 40, from: 0, broadcasts: 40, replies: 0 };
	const draft = await saved({
		text: 'For the evening',
		targets: targets(),
		scheduledAt: clock.now + MINUTE,
	});
	await enqueue(draft);
	await putBalance(account, { ...counted, unanswered: [] });
	await settle();
	const row = await only(deliveries(draft.id));
	expect(row).toMatchObject({ state: 'failed', problem: { key: 'normBalanceBlocked' } });
	expect(texts(mastodon())).not.toContain('For the evening');
});

it('of a thread the rest is unlisted, where the person wants it so', async () => {
	const [account = ''] = targets();
	const own = { [account]: { borders: [4, 8], restUnlisted: true as const } };
	const draft = await saved({ text: 'One Two Three', targets: targets(), own });
	expect(partsOf(draft, { target: account, host: '' }).map(({ visibility }) => visibility)).toEqual(
		['public', 'unlisted', 'unlisted'],
	);
	const closer = { ...draft, visibility: 'followers' as const };
	expect(
		partsOf(closer, { target: account, host: '' }).map(({ visibility }) => visibility),
	).toEqual(['followers', 'followers', 'followers']);
});
