import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Square, startSquare } from './index';
import { visitor } from './visitor';

let square: Square;
beforeEach(async () => {
	square = await startSquare({ seed: 'foundation' });
});
afterEach(async () => {
	await square.stop();
});

const alice = () => visitor(square, square.enter('alice').access);

type Item = {
	post: {
		uri: string;
		record: { text: string };
		embed?: { $type: string; record?: { $type: string } };
		labels: { val: string }[];
		viewer: { replyDisabled?: boolean; embeddingDisabled: boolean };
	};
	reply?: { parent: { $type: string } };
};

async function home(): Promise<Map<string, Item>> {
	const { json } = await alice().get('app.bsky.feed.getTimeline', { limit: 100 });
	return new Map(json.feed.map((item: Item) => [item.post.record.text, item]));
}

it('holds a post of every kind, and says what is gone or blocked', async () => {
	const found = await home();
	const kinds = [...found.values()].map(({ post }) => post.embed?.$type.split('.').at(-1));
	for (const kind of ['images', 'gallery', 'video', 'external', 'record', 'recordWithMedia'])
		expect(kinds).toContain(`${kind}#view`);
	const quote = (text: string) => found.get(text)?.post.embed?.record?.$type.split('#')[1];
	expect(quote('What a greeting')).toBe('viewRecord');
	expect(quote('It said something else')).toBe('viewNotFound');
	expect(quote('Dora again')).toBe('viewBlocked');
	const above = (text: string) => found.get(text)?.reply?.parent.$type.split('#')[1];
	expect(above('Yes, with herbs.')).toBe('postView');
	expect(above('Why did you delete it?')).toBe('notFoundPost');
	expect(above('Leave it, Dora.')).toBe('blockedPost');
	expect(square.problems).toEqual([]);
});

it('labels, and keeps people from answering and quoting', async () => {
	const found = await home();
	const of = (text: string) => found.get(text)?.post;
	expect(of('In the paper')?.labels[0]?.val).toBe('spoiler');
	expect(of('A painting')?.labels[0]?.val).toBe('nudity');
	expect(of('No answers, please.')?.viewer.replyDisabled).toBe(true);
	expect(of('Whom I name may answer.')?.viewer.replyDisabled).toBeUndefined();
	expect(of('Please do not quote this.')?.viewer.embeddingDisabled).toBe(true);
	const none = { 'atproto-accept-labelers': 'did:plc:nobody' };
	const { json } = await alice().get('app.bsky.feed.getTimeline', { limit: 100 }, none);
	const paper = json.feed.find((item: Item) => item.post.record.text === 'In the paper');
	expect(paper.post.labels).toEqual([]);
});

it('plays its film: a playlist, another one, and a segment of whole packets', async () => {
	const film = (await home()).get('The ball in the harbour')?.post.embed as unknown as {
		playlist: string;
	};
	const next = async (url: string) => {
		const lines = (await (await fetch(url)).text()).split('\n');
		return new URL(lines.find((line) => line && !line.startsWith('#')) ?? '', url).href;
	};
	const answer = await fetch(await next(await next(film.playlist)));
	expect(answer.headers.get('content-type')).toBe('video/mp2t');
	const bytes = new Uint8Array(await answer.arrayBuffer());
	expect(bytes.length % 188).toBe(0);
	for (let at = 0; at < bytes.length; at += 188) expect(bytes[at]).toBe(0x47);
});

it('tells who runs it', async () => {
	const { json } = await visitor(square).get('com.atproto.server.describeServer');
	expect(json.contact.email).toBe('bestuur@square.test');
	expect(await (await fetch(json.links.termsOfService)).text()).toContain('Stichting Het Plein');
});

it('counts whoever came after the start among its people', async () => {
	const late = square.addPerson({ name: 'late' });
	expect(square.people).toContain(late);
});
