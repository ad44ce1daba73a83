import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every room of the house, with what it is for. A new folder needs a line here, and so a reason. */
const ROOMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	lib: {
		agreement: 'the same settings, words, views and place in all browsers of one person',
		archive: 'reads a Twitter archive, from the chosen files to stored posts',
		backup: 'one file with all that the person has here, made and brought back',
		balance: 'how much an account of mine spreads, how much it talks, and who waits',
		beside: 'what is brought from pages of others, and where their composers are',
		checks: 'whether what comes from a file has the shape that our own data have',
		charters: 'who runs a server: what it says, what a directory knows, the foundation test',
		model: 'the nouns: types alone',
		muffle: 'what the person wants folded away',
		networks: 'the contract of a network, and the adapters',
		norms: 'what a community, an author or a limit says of a content',
		outbox: 'drafts, deliveries, and the one way out',
		people: 'following, muting, blocking, reporting, and their lists',
		pictures: 'keeps pictures of other hosts, to be there without a network',
		search: 'the full-text index, and what a query means',
		sessions: 'signing in and out, and asking servers as one of my accounts',
		store: 'IndexedDB and the media packs: schema, migrations, one owner per object store',
		text: 'plain functions on text and instants',
		texts: 'every string that a person reads',
		timeline: 'reads stored posts in order of time, or by key',
		writing: 'what helps to write: the language of a text, pictures that fit',
	},
	components: {
		archive: 'the pictures of an archive',
		charter: 'who runs a place, where to join, what stands side by side',
		composer: 'writing a post, where it goes, and what became of it',
		conversation: 'one post with what came before and after',
		feed: 'the windowed list',
		import: 'choosing an archive, progress, questions and the report',
		muffle: 'words to fold away, and what is seen instead',
		notices: 'what servers have to tell',
		person: 'one person, and what stands between us',
		post: 'one post, its media, and what one can do with it',
		privacy: 'who was contacted, when and why',
		search: 'the search page',
		settings: 'language, looks, imports, leaving with everything',
		server: 'signing in, my accounts, who runs a server',
		shared: 'small parts that several pages draw',
		shell: 'frame, routes and keys',
		source: 'a list, a hashtag, a server’s own timeline, bookmarks',
		styles: 'style sheets',
		timeline: 'the merged timeline',
		welcome: 'how one begins: a sample, an archive to ask for, a place to join',
		views: 'what of the merged timeline is shown, and side by side',
	},
};

const COMMENT_LINES = { least: 2, most: 5 };

describe.each(Object.entries(ROOMS))('%s', (house, rooms) => {
	it('has no room that is not on the list, and none on the list that is not there', () => {
		const folders = readdirSync(house, { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name);
		expect(folders.sort()).toEqual(Object.keys(rooms).sort());
	});
});

describe.each(Object.keys(ROOMS['lib'] ?? {}))('the door of lib/%s', (room) => {
	it(`opens with ${COMMENT_LINES.least} to ${COMMENT_LINES.most} lines: what for, what it may import`, () => {
		const lines = openingComment(readFileSync(join('lib', room, 'index.ts'), 'utf8'));
		expect(lines.length).toBeGreaterThanOrEqual(COMMENT_LINES.least);
		expect(lines.length).toBeLessThanOrEqual(COMMENT_LINES.most);
	});
});

/** Lines of the comment a file starts with, without its marks; none when it starts with something else. */
function openingComment(source: string): string[] {
	const block =
		/^\/\*\*?([\s\S]*?)\*\//.exec(source)?.[1] ?? /^(?:\/\/.*\n)+/.exec(source)?.[0] ?? '';
	return block
		.split('\n')
		.map((line) => line.replace(/^\s*(\*|\/\/)?\s*/, ''))
		.filter((line) => line !== '');
}
