import { expect, it } from 'vitest';
import type { Delivery, DeliveryKind } from '../../lib/model';
import { deliveries } from '../../lib/outbox';
import { blank } from '../../lib/outbox/freeze';
import { addDeliveries, putPosts } from '../../lib/store';
import { desk, only } from './desk';

const { clock, places, mastodon, sendNow } = desk();

const CLOSED = 'https://far.example/ann/1';
const TEXT = 'x'.repeat(9000);
/** What the norms must stop, by kind; of the others, why there is nothing to stop. */
const STOPPED: Readonly<Record<DeliveryKind, Partial<Delivery> | 'takes back what is mine'>> = {
	create: { content: { text: TEXT, visibility: 'public' } },
	edit: { post: CLOSED, content: { text: TEXT, visibility: 'public' } },
	repost: { post: CLOSED },
	'hand-over': {
		target: 'window:x',
		content: { text: 'Look', visibility: 'public' },
		brought: CLOSED,
	},
	delete: 'takes back what is mine',
	unrepost: 'takes back what is mine',
};

it.each(
	Object.entries(STOPPED).flatMap(([kind, parts]) =>
		typeof parts === 'string' ? [] : [[kind as DeliveryKind, parts] as const],
	),
)('a %s that lies in the store unjudged is judged before it leaves', async (kind, parts) => {
	const { me } = mastodon();
	const author = { key: 'https://far.example/ann', handle: 'ann@far.example', name: 'Ann' };
	const post = {
		...{ key: CLOSED, network: 'mastodon', author: author.key, content: { text: 'Mine' } },
		visibility: 'followers' as const,
	};
	const view = { by: me.account, localId: '1' };
	await putPosts({ posts: [{ post, view }], accounts: [author] }, clock.now);
	const aim = { target: me.account, name: me.handle, host: me.host, window: false };
	const made = blank({ id: 'one', kind, aim, now: clock.now });
	await addDeliveries([{ ...made, ...parts }]);
	const asked = places.map(({ log }) => log().length);
	await sendNow();
	const one = await only(deliveries());
	expect(one).toMatchObject({ state: 'failed', verdicts: [{ verdict: 'block' }] });
	// Not even to look anything up.
	expect(places.map(({ log }) => log().length)).toEqual(asked);
});
