import { describe, expect, it } from 'vitest';
import { decodeName, isLitter, safePath } from './names';

describe('safePath', () => {
	it.each([
		['data/tweets.js', 'data/tweets.js'],
		['data\\tweets_media\\1-a.jpg', 'data/tweets_media/1-a.jpg'],
		['./data//./tweets.js', 'data/tweets.js'],
		['data/..hidden/a..b...js', 'data/..hidden/a..b...js'],
		['data/tweets_media/', 'data/tweets_media/'],
		['Twitter: the archive/data/x.js', 'Twitter: the archive/data/x.js'],
		['übung/ツイート.js', 'übung/ツイート.js'],
	])('%j is %j', (name, path) => expect(safePath(name)).toBe(path));

	it.each([
		'../tweets.js',
		'data/../tweets.js',
		'data\\..\\tweets.js',
		'..',
		'data/..',
		'/data/tweets.js',
		'\\data\\tweets.js',
		'//server.example/x',
		'C:/tweets.js',
		'z:tweets.js',
		'data/\0tweets.js',
		'data/\ntweets.js',
		'data/\u007f.js',
		'data/\u202esj.steewt',
		'data/\u2067x',
		'x'.repeat(1025),
	])('refuses %j', (name) => expect(safePath(name)).toBeUndefined());
});

describe('decodeName', () => {
	it('takes UTF-8 whether it is flagged or not', () => {
		const name = new TextEncoder().encode('Grüße/東京.js');
		expect(decodeName(name, true)).toBe('Grüße/東京.js');
		expect(decodeName(name, false)).toBe('Grüße/東京.js');
	});

	it('falls back to code page 437', () => {
		expect(decodeName(Uint8Array.of(0x47, 0x72, 0x81, 0xe1, 0x65), false)).toBe('Grüße');
		expect(decodeName(Uint8Array.of(0x80, 0xff), false)).toBe('Ç\u00a0');
	});

	it('never fails on bytes that are not UTF-8', () => {
		expect(decodeName(Uint8Array.of(0xff, 0x61), true)).toBe('\ufffda');
	});
});

describe('isLitter', () => {
	it.each(['__MACOSX/a', 'x/__MACOSX/a', 'data/._tweets.js', '.DS_Store', 'data/Thumbs.db'])(
		'%s',
		(path) => expect(isLitter(path)).toBe(true),
	);
	it.each(['data/tweets.js', 'data/_x.js', 'my__MACOSX/a'])('%s is none', (path) =>
		expect(isLitter(path)).toBe(false),
	);
});
