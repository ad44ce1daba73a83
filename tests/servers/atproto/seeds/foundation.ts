import type { Outside } from '../outside';
import { homeOf, personOf } from '../world';
import { gates } from './gates';
import { labeler } from './labeler';
import { pages } from './pages';
import { avatar } from './pictures';
import { posts } from './posts';

const PEOPLE = [
	['alice', 'Alice Jansen', 0, ['#f1c9a5', '#6b3e26', '#3b6ea5']],
	['bob', 'Bob de Wit', 0, ['#8d5524', '#1c1c1c', '#c05640']],
	['carol', 'Carol 🌷', 0, ['#ffdbac', '#c8a04d', '#4d8a5b']],
	['dora', 'Dora', 0, ['#c68642', '#3a2c22', '#80639f']],
	['erik', 'Erik Haven', 1, ['#e0ac69', '#888888', '#2f4b7c']],
	['floor', 'Floor van Dam', 0, ['#f1c27d', '#552200', '#d0a020']],
	['quiet', 'Only for people here', 0, ['#ffdbac', '#222222', '#777777']],
] as const;

/** A town square that a foundation runs, in Dutch and English, with everything that a timeline can hold. */
export function foundation(square: Outside): void {
	const { world } = square;
	for (const [name, display, home, colours] of PEOPLE) {
		const { did } = square.addPerson({ name, home });
		square.record(
			did,
			'app.bsky.actor.profile',
			{
				displayName: display,
				avatar: avatar(world, colours),
				description: `${display} lives at ${homeOf(world, home).host}.`,
				...(name === 'quiet' ? { labels: selfLabels('!no-unauthenticated') } : {}),
				...(name === 'floor' ? { labels: selfLabels('bot') } : {}),
			},
			'self',
		);
	}
	for (const whom of ['bob', 'carol', 'erik', 'floor', 'quiet']) square.follow('alice', whom);
	for (const who of ['bob', 'dora', 'erik']) square.follow(who, 'alice');
	square.block('alice', 'dora');
	labeler(square);
	const made = posts(square);
	gates(square, made);
	shelves(square, made);
	pages(world);
	world.views[1]?.hides.add(personOf(world, 'floor').did);
	world.views[1]?.lacks.add('app.bsky.bookmark.getBookmarks');
}

const selfLabels = (val: string) => ({
	$type: 'com.atproto.label.defs#selfLabels',
	values: [{ val }],
});

/** Lists, feeds, and what the person keeps of them. */
function shelves(square: Outside, posts: ReadonlyMap<string, string>): void {
	const { world } = square;
	const list = square.record('alice', 'app.bsky.graph.list', {
		name: 'Neighbours',
		purpose: 'app.bsky.graph.defs#curatelist',
		description: 'People of my street.',
	});
	for (const who of ['bob', 'carol'])
		square.record('alice', 'app.bsky.graph.listitem', {
			list: list.uri,
			subject: personOf(world, who).did,
		});
	const feed = square.record(
		'bob',
		'app.bsky.feed.generator',
		{
			did: 'did:web:feeds.harbour.test',
			displayName: 'Gardens',
			description: 'All posts about a garden.',
		},
		'garden',
	);
	personOf(world, 'alice').preferences.push(
		{
			$type: 'app.bsky.actor.defs#savedFeedsPrefV2',
			items: [
				{ id: '3kaaaaaaaaa2a', type: 'timeline', value: 'following', pinned: true },
				{ id: '3kaaaaaaaaa2b', type: 'feed', value: feed.uri, pinned: true },
				{ id: '3kaaaaaaaaa2c', type: 'list', value: list.uri, pinned: false },
			],
		},
		{
			$type: 'app.bsky.actor.defs#labelersPref',
			labelers: [{ did: personOf(world, 'wachter').did }],
		},
		{ $type: 'app.bsky.actor.defs#adultContentPref', enabled: false },
	);
	const liked = posts.get('images');
	if (liked) {
		square.like('alice', liked);
		square.keptOf('alice').bookmarks.set(liked, world.now());
	}
}
