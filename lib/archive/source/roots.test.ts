import { describe, expect, it } from 'vitest';
import type { ListedFile } from './file';
import { findRoots, holdsPosts, takeRoot } from './roots';

function container(paths: readonly string[]) {
	const files = paths.map(
		(path): ListedFile => ({ path, size: 1, stream: () => new ReadableStream() }),
	);
	return { label: 'a', files, unsafeNames: 0 };
}

function roots(paths: readonly string[]): string[] {
	return findRoots(container(paths)).map(({ prefix, mark }) => `${mark}:${prefix}`);
}

describe('findRoots', () => {
	it.each([
		['2022', ['data/manifest.js', 'data/tweets.js', 'data/tweets-part1.js'], ['posts:']],
		['2020', ['data/tweet.js', 'data/tweet_media/1-a.jpg'], ['posts:']],
		['2018', ['tweet.js', 'account.js', 'tweet_media/media.zip'], ['posts:']],
		[
			'Grailbird',
			['index.html', 'data/js/tweets/2012_01.js', 'data/js/tweet_index.js'],
			['posts:'],
		],
		['a folder around', ['tw-1/data/tweets.js', 'tw-1/assets/x.svg'], ['posts:tw-1/']],
		['Grailbird in folders', ['a/b/data/js/tweets/2012_01.js'], ['posts:a/b/']],
		['the folder data itself', ['manifest.js', 'tweets.js', 'tweets_media/1-a.jpg'], ['posts:']],
		['only a later part', ['data/tweets-part12.js'], ['posts:']],
		['capitals', ['Data/Tweets.JS'], ['posts:']],
		['two archives', ['a/data/tweets.js', 'b/data/tweet.js'], ['posts:a/', 'posts:b/']],
		['one inside the other', ['x/data/tweets.js', 'x/old/data/tweets.js'], ['posts:x/']],
		[
			'a web page with a manifest of its own',
			['web/manifest.js', 'tw/data/tweets.js'],
			['posts:tw/'],
		],
		['a manifest alone', ['t/data/manifest.js'], ['manifest:t/']],
		['media alone', ['t/data/tweets_media/1-a.jpg', 't/data/profile_media/x.jpg'], ['media:t/']],
		['media of 2018 alone', ['tweet_media/1-a.jpg'], ['media:']],
		['nothing of the kind', ['a/b.txt', 'my-tweets.js', 'tweets.json', 'data/js/2012_01.js'], []],
	])('%s', (_, paths, wanted) => expect(roots(paths)).toEqual(wanted));

	it('takes as long as there are names, however deep and many', () => {
		const paths = Array.from({ length: 200_000 }, (_, i) => `${'d/'.repeat(i % 40)}${i}/tweets.js`);
		const began = performance.now();
		expect(roots(paths)).toHaveLength(200_000);
		expect(performance.now() - began).toBeLessThan(5000);
	});
});

describe('holdsPosts', () => {
	it.each([
		'data/tweets.js',
		'data/tweets-part10.js',
		'tweet.js',
		'data/tweet-part2.js',
		'data/js/tweets/2010_11.js',
	])('%s does', (path) => expect(holdsPosts(path)).toBe(true));

	it.each([
		'data/deleted-tweets.js',
		'data/tweet-headers.js',
		'data/note-tweet.js',
		'data/js/tweet_index.js',
		'data/tweetsXjs',
	])('%s does not', (path) => expect(holdsPosts(path)).toBe(false));
});

describe('takeRoot', () => {
	it('cuts the root off and leaves the rest', () => {
		const taken = takeRoot(container(['tw/data/tweets.js', 'other/x.js']), 'tw/');
		expect(taken.map(({ path }) => path)).toEqual(['data/tweets.js']);
	});
});
