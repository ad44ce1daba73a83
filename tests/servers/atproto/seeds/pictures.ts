import { clip } from '../../../fixtures/archive/clip';
import { drawing } from '../../../fixtures/archive/real/drawing';
import { Painter } from '../../../fixtures/archive/real/painter';
import type { Json, World } from '../model';
import { addBlob } from '../world';
import { segment } from './segment';

type Three = readonly [string, string, string];

/** A head in three colours: skin, hair, clothes. */
export function avatar(world: World, [skin, hair, cloth]: Three): Json {
	const p = new Painter(128, 128, '#f6efe2', '#e3d8c5');
	p.ellipse(64, 136, 50, 40, cloth).ellipse(64, 54, 35, 37, hair).rect(56, 80, 16, 22, skin);
	p.ellipse(64, 60, 27, 31, skin).ellipse(54, 60, 3, 4, '#2b2a2f').ellipse(74, 60, 3, 4, '#2b2a2f');
	return addBlob(world, 'image/png', p.png());
}

/** A drawn picture of a topic as embeds hold it. */
export function picture(world: World, topic: string, seed: number, alt: string): Json {
	const [width, height] = [640, 420];
	const image = addBlob(world, 'image/png', drawing(topic, seed, width, height));
	return { image, alt, aspectRatio: { width, height } };
}

/** A small film; the server has its playlist and its one segment too. */
export function film(world: World, seed: number, alt: string): Json {
	const bytes = clip(seed, 8, 0);
	const video = addBlob(world, 'video/mp4', bytes);
	const thumb = drawing('harbour', seed, 640, 480);
	world.media.set('thumbnail.jpg', { type: 'image/png', bytes: thumb });
	world.media.set('playlist.m3u8', {
		type: 'application/vnd.apple.mpegurl',
		bytes: Buffer.from(
			'#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-STREAM-INF:BANDWIDTH=300000,RESOLUTION=128x96,CODECS="avc1.42c00a"\nvideo.m3u8\n',
		),
	});
	const list = [
		'#EXTM3U',
		'#EXT-X-VERSION:3',
		'#EXT-X-TARGETDURATION:2',
		'#EXT-X-PLAYLIST-TYPE:VOD',
	];
	const part = ['#EXTINF:2.000,', 'video0.ts', '#EXT-X-ENDLIST', ''];
	world.media.set('video.m3u8', {
		type: 'application/vnd.apple.mpegurl',
		bytes: Buffer.from([...list, ...part].join('\n')),
	});
	world.media.set('video0.ts', { type: 'video/mp2t', bytes: segment(bytes, 4) });
	return {
		$type: 'app.bsky.embed.video',
		video,
		alt,
		aspectRatio: { width: 128, height: 96 },
	};
}
