import { expect, test } from 'vitest';
import { isStreamed, leading, playlistHost } from './playing';

test.each([
	['https://video.example/a.m3u8', 'video.example'],
	['http://127.0.0.1:4000/a.m3u8', '127.0.0.1:4000'],
	['http://video.example/a.m3u8', undefined],
	['https://me:secret@video.example/a.m3u8', undefined],
	['data:application/vnd.apple.mpegurl,x', undefined],
	['javascript:alert(1)', undefined],
	['a.m3u8', undefined],
	[undefined, undefined],
])('a playlist at %s', (playlist, host) => {
	expect(playlistHost(playlist)).toBe(host);
});

const VIDEO = 'https://video.example/a.m3u8';
test.each([
	['https://video.example/1.ts', VIDEO, 'on'],
	['https://cdn.video.example/1.ts', VIDEO, 'on'],
	['https://agreed.example/1.ts', VIDEO, 'on'],
	['https://tracker.example/1.ts', VIDEO, { asks: 'tracker.example' }],
	['https://notvideo.example/1.ts', VIDEO, { asks: 'notvideo.example' }],
	['https://video.example:8443/1.ts', VIDEO, { asks: 'video.example:8443' }],
	['http://video.example/1.ts', VIDEO, 'nowhere'],
	['http://127.0.0.1:8080/router', VIDEO, 'nowhere'],
	['https://localhost/router', VIDEO, 'nowhere'],
	['https://192.168.1.1/seg.ts', VIDEO, 'nowhere'],
	['https://10.0.0.1/key', VIDEO, 'nowhere'],
	['https://router.lan/v.m3u8', VIDEO, 'nowhere'],
	['https://[::ffff:10.0.0.1]/1.ts', VIDEO, 'nowhere'],
	['data:text/plain,x', VIDEO, 'nowhere'],
	['http://127.0.0.1:4000/1.ts', 'http://127.0.0.1:4000/a.m3u8', 'on'],
])('%s out of %s', (url, playlist, where) => {
	expect(leading(url, playlist, new Set(['agreed.example']))).toEqual(where);
});

test('what is agreed to leads to no private address', () => {
	const agreed = new Set(['192.168.1.1']);
	expect(leading('https://192.168.1.1/seg.ts', VIDEO, agreed)).toBe('nowhere');
});

test('a video with a file of its own is played from that', () => {
	const playlist = VIDEO;
	expect(isStreamed({ type: 'video', playlist })).toBe(true);
	expect(isStreamed({ type: 'video', playlist, remote: 'https://video.example/a.mp4' })).toBe(
		false,
	);
});
