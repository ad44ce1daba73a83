import { expect, test, vi } from 'vitest';
import { connectSearch } from './client';
import type { SearchAnswer, SearchOrder } from './messages';

/** A worker that says what it is told to say. */
function puppet() {
	const orders: SearchOrder[] = [];
	const listeners = new Map<string, (event: unknown) => void>();
	let ended = 0;
	const worker = {
		postMessage: (order: SearchOrder) => orders.push(order),
		addEventListener: (type: string, listener: (event: unknown) => void) =>
			listeners.set(type, listener),
		terminate: () => ended++,
	} as unknown as Worker;
	const searches = () => orders.flatMap((order) => (order.type === 'search' ? order : []));
	return {
		worker,
		orders,
		searches,
		/** Resolves when so many searches were asked for. */
		asked: (n: number) => vi.waitFor(() => expect(searches()).toHaveLength(n)),
		ended: () => ended,
		say: (data: SearchAnswer) => listeners.get('message')?.({ data }),
		fail: (message: string) => listeners.get('error')?.({ message }),
	};
}

const page = { hits: [], total: 0, exact: false, ms: 1 };

test('totals of a query that is not the last are not passed on', async () => {
	const { worker, searches: sent, asked, say } = puppet();
	const client = connectSearch(() => worker);
	const totals: number[] = [];
	client.onTotal(({ total }) => totals.push(total));
	const searches = ['"a b"', '"b c"'].map((text) => client.search(text, { n: 5 }));
	await asked(2);
	const [first, second] = sent();
	if (!first || !second) throw new Error('no orders');
	for (const { id } of [first, second]) say({ type: 'page', id, page });
	say({ type: 'total', query: first.query, total: 1, exact: true });
	say({ type: 'total', query: second.query, total: 2, exact: true });
	await Promise.all(searches);
	expect(totals).toEqual([2]);
	client.close();
});

test('a failing worker rejects what is under way and is started anew', async () => {
	const puppets = [puppet(), puppet()];
	let spawned = 0;
	const client = connectSearch(() => {
		const next = puppets[spawned++];
		if (!next) throw new Error('too many workers');
		return next.worker;
	});
	const search = client.search('tea', { n: 5 });
	await puppets[0]?.asked(1);
	puppets[0]?.fail('out of memory');
	await expect(search).rejects.toThrow('out of memory');
	expect(puppets[0]?.ended()).toBe(1);
	const again = client.search('tea', { n: 5 });
	await puppets[1]?.asked(1);
	puppets[1]?.say({ type: 'page', id: 2, page });
	expect(await again).toMatchObject({ total: 0, query: { text: 'tea' } });
	client.close();
	await expect(client.search('tea', { n: 5 })).rejects.toThrow('closed');
});

test('an aborted search is cancelled in the worker, an answered one is not', async () => {
	const { worker, orders, asked, say } = puppet();
	const client = connectSearch(() => worker);
	const controller = new AbortController();
	const { signal } = controller;
	const answered = client.search('tea', { n: 5, signal });
	await asked(1);
	say({ type: 'page', id: 1, page });
	await answered;
	const pending = client.search('train', { n: 5, signal });
	await asked(2);
	controller.abort(new Error('typed on'));
	await expect(pending).rejects.toThrow('typed on');
	expect(orders.flatMap((order) => (order.type === 'cancel' ? order.id : []))).toEqual([2]);
	await expect(client.search('trains', { n: 5, signal })).rejects.toThrow('typed on');
	expect(orders.filter(({ type }) => type === 'search')).toHaveLength(2);
	client.close();
});
