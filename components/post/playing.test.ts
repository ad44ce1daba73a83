import { expect, test } from 'vitest';
import { isStreamed, mayFetch, playlistHost } from './playing';

test.each([
	['https://video.example/a.m3u8', 'video.example'],
	['http://127.0.0.1:4000/a.m3u8', '127.0.0.1:4000'],
	['http://video.example/a.m3u8', undefined],
	['data:application/vnd.apple.mpegurl,x', undefined],
	['javascript:alert(1)', undefined],
	['a.m3u8', undefined],
	[undefined, undefined],
])('a playlist at %s', (playlist, host) => {
	expect(playlistHost(playlist)).toBe(host);
});

test.each([
	['https://video.example/1.ts', 'https://video.example/a.m3u8', true],
	['https://cdn.example/1.ts', 'https://video.example/a.m3u8', true],
	['http://cdn.example/1.ts', 'https://video.example/a.m3u8', false],
	['http://127.0.0.1:8080/router', 'https://video.example/a.m3u8', false],
	['https://localhost/router', 'https://video.example/a.m3u8', false],
	['http://127.0.0.1:4000/1.ts', 'http://127.0.0.1:4000/a.m3u8', true],
])('%s out of %s: %s', (url, playlist, may) => {
	expect(mayFetch(url, playlist)).toBe(may);
});

test('a video with a file of its own is played from that', () => {
	const playlist = 'https://video.example/a.m3u8';
	expect(isStreamed({ type: 'video', playlist })).toBe(true);
	expect(isStreamed({ type: 'video', playlist, remote: 'https://video.example/a.mp4' })).toBe(
		false,
	);
});
