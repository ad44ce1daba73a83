type Part = { from: number; to: number; pictures: string };

/**
 * Runs in a page of the extension: everything it needs is inside. Fills the database as servers would have, with posts
 * `from` (0 is the newest) up to but not including `to`.
 */
export async function plant({ from: begin, to, pictures }: Part): Promise<void> {
	const BY = 'https://bench.example/users/me';
	const HOST = 'bench.example';
	// The same minute for all parts.
	const NEWEST = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 60_000;
	const WORDS =
		'bread rain tram kettle swift market lamp river letter choir rhubarb ferry bridge garden oven paper'.split(
			' ',
		);
	let seed = 7 + begin;
	const random = (most: number) => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		// The low bits of such a generator repeat themselves.
		return (seed >>> 12) % most;
	};
	const words = (count: number) =>
		Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ');
	const people = Array.from({ length: 400 }, (_, i) => ({
		key: `https://${HOST}/users/p${i}`,
		handle: `p${i}@${HOST}`,
		name: `Person ${i} ${WORDS[i % WORDS.length]}`,
		network: 'mastodon',
		avatar: `${pictures}/avatar-${i % 20}.jpg`,
		url: `https://${HOST}/@p${i}`,
	}));
	const keyOf = (i: number) => `https://${HOST}/posts/${i}`;
	const LINK = 'https://example.org/a/page';
	const picture = (p: number) => ({
		type: 'image',
		remote: `${pictures}/picture-${p % 30}.jpg`,
		preview: `${pictures}/picture-${p % 30}.jpg`,
		width: 640,
		height: p % 2 ? 800 : 420,
		alt: words(6),
		blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj',
	});
	const poll = () => ({
		poll: {
			options: [1, 2, 3].map((o) => ({ title: words(o + 1), votes: random(40) })),
			votes: 60,
			closed: true,
		},
	});
	const pictured = (i: number) => ({
		media: Array.from({ length: 1 + (i % 4) }, (_, p) => picture(i + p)),
	});
	const quoting = (i: number) => ({
		quote: { post: keyOf(i + 7), url: keyOf(i + 7), handle: `p1@${HOST}` },
	});
	const linking = () => {
		const text = words(12);
		const start = text.length + 1;
		const facets = [{ start, end: start + LINK.length, type: 'link', href: LINK }];
		return { content: { text: `${text} ${LINK}`, facets } };
	};
	const long = () => ({ content: { text: `${words(120)}\n\n${words(80)}` } });
	const warned = () => ({ warning: words(3) });
	const carded = () => ({
		card: { url: LINK, title: words(6), description: words(20), type: 'link' },
	});
	/** Of real variety: a third are words alone. */
	const KINDS = [pictured, pictured, quoting, linking, poll, long, warned, carded];
	const postOf = (i: number) => ({
		key: keyOf(i),
		network: 'mastodon',
		url: keyOf(i),
		author: people[random(people.length)]?.key,
		createdAt: NEWEST - i * 60_000,
		content: { text: words(5 + random(35)) },
		counts: { likes: random(50), reposts: random(20), replies: random(9) },
		...KINDS[i % 12]?.(i),
	});
	const done = (request: IDBRequest | IDBTransaction) =>
		new Promise((resolve, reject) => {
			const at = request as IDBRequest & IDBTransaction;
			at.onerror = () => reject(at.error);
			if ('result' in request) at.onsuccess = () => resolve(at.result);
			else at.oncomplete = () => resolve(undefined);
		});
	const db = (await done(indexedDB.open('townsquare'))) as IDBDatabase;
	const session = {
		account: BY,
		network: 'mastodon',
		host: HOST,
		origin: `https://${HOST}`,
		handle: `me@${HOST}`,
		scopes: [],
		pin: { id: '1', account: BY },
		// Nobody is asked, so nothing but the store and the page is measured.
		state: 'ended',
		signedInAt: NEWEST,
		features: [],
		secret: {},
	};
	if (begin === 0) {
		const first = db.transaction(['sessions', 'accounts', 'sources', 'settings'], 'readwrite');
		// Else the tab packs all but 50,000 of them while it is measured.
		first.objectStore('settings').put('all', 'retention');
		first.objectStore('sessions').put(session);
		first
			.objectStore('sources')
			.put({ by: BY, timeline: 'home', source: { kind: 'home' }, answeredAt: NEWEST });
		for (const person of people) first.objectStore('accounts').put(person);
		await done(first);
	}
	for (let from = begin; from < to; from += 5000) {
		const tx = db.transaction(['posts', 'entries'], 'readwrite', { durability: 'relaxed' });
		for (let i = from; i < Math.min(to, from + 5000); i++) {
			const post = postOf(i);
			const id = String(1_000_000 - i);
			const locals = [`${BY} ${id}`];
			const view = { by: BY, localId: id };
			tx.objectStore('posts').put({
				key: post.key,
				post,
				views: [view],
				from: BY,
				readAt: NEWEST,
				locals,
			});
			tx.objectStore('entries').put({
				timeline: 'home',
				activity: post.key,
				post: post.key,
				sortAt: post.createdAt,
				seen: [{ by: BY, cursorId: id, localId: id }],
				locals,
			});
		}
		await done(tx);
	}
	db.close();
}
