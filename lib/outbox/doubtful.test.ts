import { afterEach, describe, expect, it, vi } from 'vitest';
import { desk, only, saved, texts } from '../../tests/outbox/desk';
import { NetworkProblem } from '../networks';
import { sender as atproto } from '../networks/atproto/send';
import { deliveries, enqueue, step } from '.';

const { clock, square, sendNow } = desk();
const PUT = { method: 'POST', path: '/xrpc/com.atproto.repo.putRecord', times: 1 };

afterEach(() => vi.restoreAllMocks());

/** A delivery of which nobody knows whether it is there, and whose host was looked at this often, in vain. */
async function lookedInVain(looks: number) {
	const text = `Perhaps ${crypto.randomUUID()}`;
	square().faults.set('503-html', PUT);
	await enqueue(await saved({ text, targets: [square().me.account] }));
	await sendNow();
	const find = vi.spyOn(atproto, 'find');
	find.mockRejectedValue(new NetworkProblem('unreachable', square().me.host));
	for (let look = 0; look < looks; look += 1) await lookOnce();
	const count = () => texts(square()).filter((one) => one === text).length;
	return { find, row: await only(deliveries()), count };
}

async function lookOnce(): Promise<void> {
	const { dueAt } = await only(deliveries());
	await clock.pass(Math.max(1, dueAt - clock.now));
	await sendNow();
}

describe('a host that is gone for good', () => {
	it('is looked at for a while before the person is asked', async () => {
		const { row } = await lookedInVain(2);
		expect(row.state).toBe('checking');
		expect(await step(row.id, 'absent')).toMatchObject({ refused: {} });
		expect(await step(row.id, 'there')).toMatchObject({ refused: {} });
		expect(await only(deliveries())).toEqual(row);
	});

	it('sends nothing again by itself, and goes on being looked at', async () => {
		const { find, row } = await lookedInVain(12);
		expect(row).toMatchObject({ state: 'checking', open: true, tries: 1 });
		find.mockRestore();
		await lookOnce();
		expect((await only(deliveries())).state).not.toBe('needs-you');
	});

	it('is over where the person says that it is there', async () => {
		const { row, count } = await lookedInVain(6);
		expect(await step(row.id, 'there')).toEqual({ done: true });
		await sendNow();
		expect(await only(deliveries())).toMatchObject({ state: 'sent', tries: 1 });
		expect(count()).toBe(0);
	});

	it('is sent to again, once, where the person says that it is not there', async () => {
		const { find, row, count } = await lookedInVain(6);
		expect(await step(row.id, 'absent')).toEqual({ done: true });
		const waits = await only(deliveries());
		expect(waits).toMatchObject({ state: 'queued' });
		expect(waits).not.toHaveProperty('open');
		find.mockRestore();
		await sendNow();
		expect(await only(deliveries())).toMatchObject({ state: 'sent', tries: 2 });
		expect(count()).toBe(1);
	});

	it('and may be taken back then', async () => {
		const { row } = await lookedInVain(6);
		await step(row.id, 'absent');
		expect(await step(row.id, 'cancel')).toEqual({ done: true });
	});

	it('is not believed gone while a look under way finds the post', async () => {
		const { find, row } = await lookedInVain(6);
		let found = (_: { post: string }): void => undefined;
		find.mockReturnValue(new Promise((tell) => (found = tell)));
		await clock.pass(Math.max(1, row.dueAt - clock.now));
		const looking = sendNow();
		await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(7));
		const said = step(row.id, 'absent');
		found({ post: 'at://did:plc:me/app.bsky.feed.post/found' });
		await looking;
		expect(await said).toMatchObject({ refused: {} });
		expect(await only(deliveries())).toMatchObject({ state: 'sent', tries: 1 });
	});
});
