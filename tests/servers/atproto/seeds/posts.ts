import type { Json } from '../model';
import type { Draft, Outside } from '../outside';
import { personOf } from '../world';
import { avatar, film, picture } from './pictures';

/** A facet of a part of a text: by its bytes, as the network counts. */
function facet(text: string, part: string, feature: Json): Json {
	const byteStart = Buffer.byteLength(text.slice(0, text.indexOf(part)));
	return {
		index: { byteStart, byteEnd: byteStart + Buffer.byteLength(part) },
		features: [feature],
	};
}

/** One post of every kind; their addresses by what they show. */
export function posts(square: Outside): Map<string, string> {
	const made = new Map<string, string>();
	const post = (name: string, by: string, draft: Draft): { uri: string; cid: string } => {
		const one = square.publish(by, draft);
		made.set(name, one.uri);
		return one;
	};
	const first = post('plain', 'alice', { text: 'Goedemorgen, plein!', langs: ['nl'] });
	threads(post);
	shown(square, post, first);
	tombs(square, post);
	odd(post);
	square.repost('bob', first.uri);
	square.repost('carol', made.get('images') ?? '');
	square.like('bob', first.uri);
	square.like('erik', first.uri);
	for (let n = 1; n <= 60; n += 1)
		square.publish(n % 2 ? 'bob' : 'carol', { text: `Small talk ${n}`, langs: ['en'] });
	for (const [name, val] of [
		['external', 'spoiler'],
		['root', 'heated'],
		['rude', 'unkind'],
	] as const)
		square.label('wachter', made.get(name) ?? '', val);
	square.label('wachter', personOf(square.world, 'erik').did, 'heated');
	return made;
}

type Post = (name: string, by: string, draft: Draft) => { uri: string; cid: string };

function threads(post: Post): void {
	const root = post('root', 'bob', {
		text: 'Shall we plant a garden on the corner?',
		langs: ['en'],
	});
	const yes = post('reply', 'carol', { text: 'Yes, with herbs.', replyTo: root.uri });
	const mine = post('mine', 'alice', { text: 'I bring thyme.', replyTo: yes.uri });
	post('deep', 'erik', { text: 'And salt from the harbour.', replyTo: mine.uri });
	post('rude', 'floor', { text: 'A silly idea of silly people.', replyTo: root.uri });
	post('fromBlocked', 'dora', { text: 'You cannot see this answer.', replyTo: root.uri });
}

/** Embeds, facets and self labels. */
function shown(square: Outside, post: Post, first: { uri: string; cid: string }): void {
	const { world } = square;
	const people = (name: string) => personOf(world, name);
	const text = '👩‍👩‍👧 🌷 @alice.square.test, see https://tuin.example/plan… #garden';
	post('facets', 'bob', {
		text,
		facets: [
			facet(text, '@alice.square.test', {
				$type: 'app.bsky.richtext.facet#mention',
				did: people('alice').did,
			}),
			facet(text, 'https://tuin.example/plan…', {
				$type: 'app.bsky.richtext.facet#link',
				uri: 'https://tuin.example/plan?street=kerk&corner=2',
			}),
			facet(text, '#garden', { $type: 'app.bsky.richtext.facet#tag', tag: 'garden' }),
		],
	});
	const images = [
		picture(world, 'garden', 1, 'A garden with herbs'),
		picture(world, 'bread', 2, ''),
	];
	const two = { $type: 'app.bsky.embed.images', images };
	post('images', 'carol', { text: 'Before and after', embed: two });
	const items = [3, 4, 5, 6, 7].map((seed) => ({
		$type: 'app.bsky.embed.gallery#image',
		...picture(world, 'mountain', seed, `Picture ${seed}`),
	}));
	post('gallery', 'carol', {
		text: 'Five from the walk',
		embed: { $type: 'app.bsky.embed.gallery', items },
	});
	post('video', 'erik', {
		text: 'The ball in the harbour',
		embed: film(world, 5, 'A ball goes to and fro'),
	});
	const external = {
		uri: 'https://nieuws.example/plein',
		title: 'The square opens',
		description: 'On Saturday the square opens for everybody.',
		thumb: avatar(world, ['#eef2f6', '#8899aa', '#667788']),
	};
	post('external', 'floor', {
		text: 'In the paper',
		embed: { $type: 'app.bsky.embed.external', external },
	});
	const record = { $type: 'app.bsky.embed.record', record: first };
	post('quote', 'bob', { text: 'What a greeting', embed: record });
	post('quoteWithMedia', 'erik', {
		text: 'With a picture',
		embed: { $type: 'app.bsky.embed.recordWithMedia', record, media: two },
	});
	post('selfLabelled', 'carol', { text: 'A painting', labels: ['nudity'], embed: two });
	post('forPeopleHere', 'quiet', { text: 'Not for the open web.' });
}

/** Posts beneath which, above which or in which something is gone or blocked. */
function tombs(square: Outside, post: Post): void {
	const gone = square.publish('bob', { text: 'I take this back.' });
	post('answerToGone', 'carol', { text: 'Why did you delete it?', replyTo: gone.uri });
	post('quoteOfGone', 'erik', {
		text: 'It said something else',
		embed: { $type: 'app.bsky.embed.record', record: gone },
	});
	square.delete(gone.uri);
	const blocked = square.publish('dora', { text: 'From somebody whom Alice blocks.' });
	post('answerToBlocked', 'bob', { text: 'Leave it, Dora.', replyTo: blocked.uri });
	post('quoteOfBlocked', 'carol', {
		text: 'Dora again',
		embed: { $type: 'app.bsky.embed.record', record: blocked },
	});
	square.repost('bob', blocked.uri);
}

/** What bridges and other programs write: allowed, and seldom thought of. */
function odd(post: Post): void {
	post('bridged', 'floor', {
		text: 'Bridged from elsewhere […]',
		more: {
			bridgyOriginalText: '<p>Bridged from <b>elsewhere</b> <script>alert(1)</script></p>',
			bridgyOriginalUrl: 'https://elsewhere.example/@floor/1',
			fediverseId: 'https://elsewhere.example/1',
		},
	});
	post('unknownEmbed', 'floor', {
		text: 'With something new',
		embed: { $type: 'example.square.embed.poll', options: ['a', 'b'] },
	});
	post('badFacets', 'floor', {
		text: 'é emoji 🌷',
		facets: [
			{
				index: { byteStart: 1, byteEnd: 4 },
				features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://tuin.example/' }],
			},
			{
				index: { byteStart: 3, byteEnd: 500 },
				features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'javascript:alert(1)' }],
			},
		],
	});
	post('empty', 'floor', { text: '' });
	post('longAgo', 'bob', { text: 'An old letter', createdAt: '2009-04-01T12:00:00.000+02:00' });
	post('fromTheFuture', 'floor', { text: 'From tomorrow', createdAt: '2099-01-01T00:00:00.000Z' });
}
