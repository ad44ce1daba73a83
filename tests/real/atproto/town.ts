import { head } from '../../servers/mastodon/seeds/pictures';
import { type Ref, type Reference, type ReferenceOptions, startReference } from './index';

const POST = 'app.bsky.feed.post';
const LANGUAGE = 'en';

export const ROOT = 'Rye bread 🍞 from the north oven, for @ben.test #bread rye.example/how';
export const ANSWER = 'Eight hours at least';
const CLOSED = 'Nobody needs to answer this';
export const MINE = 'Written here by me';
export const ALT = 'A baker in a blue apron';
export const LABEL_NAME = { en: 'Stale bread', de: 'Altes Brot' };

/**
 * The reference servers with people to whom something has happened: Ann (who is used in tests) follows Ben and Cem, Ben
 * follows her; the guild labels; Dora asks not to be shown to people who are not signed in.
 */
export type ReferenceTown = Reference & {
	posts: Readonly<
		Record<
			'mine' | 'root' | 'question' | 'answer' | 'closed' | 'pictures' | 'quote' | 'labelled',
			Ref
		>
	>;
	/** Ann's list of Ben and Cem. */
	list: string;
	repost: Ref;
};

type Write = (as: string, collection: string, record: object, rkey?: string) => Promise<Ref>;

export async function startReferenceTown(
	options: Partial<ReferenceOptions> = {},
): Promise<ReferenceTown> {
	const people = ['ann', 'ben', 'cem', 'dora', 'guild'];
	const net = await startReference({ people, ...options });
	try {
		const write: Write = (as, collection, record, rkey) =>
			net.ask(
				as,
				'com.atproto.repo.createRecord',
				{},
				{
					repo: net.person(as).did,
					collection,
					...(rkey && { rkey }),
					record: { $type: collection, createdAt: new Date().toISOString(), ...record },
				},
			);
		await net.labeler('guild');
		await moveIn(net, write);
		const list = await makeList(net, write);
		const posts = await talk(net, write);
		const repost = await write('ben', 'app.bsky.feed.repost', { subject: posts.quote });
		await net.label('guild', posts.labelled, 'stale');
		await net.settled();
		return { ...net, posts, list, repost };
	} catch (error) {
		await net.stop();
		throw error;
	}
}

/** Names, pictures, who follows whom, what the guild's label means. */
async function moveIn(net: Reference, write: Write): Promise<void> {
	const avatar = await upload(net, 'ben', head(['#c8865a', '#3a2c22', '#4a6fa5']));
	const profile = 'app.bsky.actor.profile';
	const words = { displayName: 'Ben at the oven', description: 'Bakes. https://rye.example/' };
	await write('ben', profile, { ...words, avatar }, 'self');
	await write('ann', profile, { displayName: 'Ann' }, 'self');
	const labels = {
		$type: 'com.atproto.label.defs#selfLabels',
		values: [{ val: '!no-unauthenticated' }],
	};
	await write('dora', profile, { displayName: 'Dora', labels }, 'self');
	for (const [who, whom] of [
		['ann', 'ben'],
		['ann', 'cem'],
		['ann', 'dora'],
		['ben', 'ann'],
	] as const) {
		await write(who, 'app.bsky.graph.follow', { subject: net.person(whom).did });
	}
	const locales = Object.entries(LABEL_NAME).map(([lang, name]) => ({
		lang,
		name,
		description: `${name}.`,
	}));
	const definition = {
		identifier: 'stale',
		severity: 'alert',
		blurs: 'content',
		defaultSetting: 'warn',
	};
	const policies = { labelValues: ['stale'], labelValueDefinitions: [{ ...definition, locales }] };
	await write('guild', 'app.bsky.labeler.service', { policies }, 'self');
}

async function makeList(net: Reference, write: Write): Promise<string> {
	const { uri } = await write('ann', 'app.bsky.graph.list', {
		name: 'Bakers',
		purpose: 'app.bsky.graph.defs#curatelist',
	});
	for (const who of ['ben', 'cem']) {
		await write('ann', 'app.bsky.graph.listitem', { subject: net.person(who).did, list: uri });
	}
	return uri;
}

async function talk(net: Reference, write: Write): Promise<ReferenceTown['posts']> {
	const post = (as: string, text: string, more: object = {}) =>
		write(as, POST, { text, langs: [LANGUAGE], ...more });
	const mine = await post('ann', MINE);
	const root = await post('ben', ROOT, { facets: facets(net) });
	const question = await post('ann', 'How long does it rise?', { reply: { root, parent: root } });
	// The AppView tells Ann of an answer only if it knows what is answered.
	await net.settled();
	const answer = await post('ben', ANSWER, { reply: { root, parent: question } });
	const closed = await post('ben', CLOSED);
	const rkey = closed.uri.split('/').at(-1) ?? '';
	await write('ben', 'app.bsky.feed.threadgate', { post: closed.uri, allow: [] }, rkey);
	const disable = [{ $type: 'app.bsky.feed.postgate#disableRule' }];
	await write('ben', 'app.bsky.feed.postgate', { post: closed.uri, embeddingRules: disable }, rkey);
	const image = await upload(net, 'ben', head(['#f1c7a5', '#b5523f', '#4a6fa5']));
	const images = [{ image, alt: ALT, aspectRatio: { width: 128, height: 128 } }];
	const pictures = await post('ben', 'Two of us', {
		embed: { $type: 'app.bsky.embed.images', images: [...images, { image, alt: '' }] },
	});
	const quote = await post('cem', 'This is how it is done', {
		embed: { $type: 'app.bsky.embed.record', record: root },
	});
	const labelled = await post('cem', 'Bread of last week');
	await post('dora', 'Only for people who are signed in');
	await write('cem', 'app.bsky.feed.like', { subject: mine });
	return { mine, root, question, answer, closed, pictures, quote, labelled };
}

/** A mention, a tag and a link, in bytes of UTF-8, behind an emoji. */
function facets(net: Reference): object[] {
	const bytes = (text: string) => new TextEncoder().encode(text).length;
	const at = (words: string, feature: object) => {
		const byteStart = bytes(ROOT.slice(0, ROOT.indexOf(words)));
		return { index: { byteStart, byteEnd: byteStart + bytes(words) }, features: [feature] };
	};
	const kind = 'app.bsky.richtext.facet';
	return [
		at('@ben.test', { $type: `${kind}#mention`, did: net.person('ben').did }),
		at('#bread', { $type: `${kind}#tag`, tag: 'bread' }),
		at('rye.example/how', { $type: `${kind}#link`, uri: 'https://rye.example/how' }),
	];
}

async function upload(net: Reference, as: string, png: Uint8Array): Promise<unknown> {
	const file = new Blob([new Uint8Array(png)], { type: 'image/png' });
	const { blob } = await net.ask<{ blob: unknown }>(as, 'com.atproto.repo.uploadBlob', {}, file);
	return blob;
}
