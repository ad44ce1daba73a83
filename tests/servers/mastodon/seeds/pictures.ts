import { clip } from '../../../fixtures/archive/clip';
import { drawing } from '../../../fixtures/archive/real/drawing';
import { Painter } from '../../../fixtures/archive/real/painter';
import type { Media, Person, World } from '../model';
import { addMedia } from '../publish';

export function put(world: World, name: string, type: string, bytes: Uint8Array): string {
	world.files.set(name, { type, bytes });
	return `${world.origin}/files/${name}`;
}

/** The picture for whatever has none of its own. */
export function plantMissing(world: World): void {
	put(world, 'missing.png', 'image/png', head(['#eef2f6', '#8899aa', '#667788']));
}

/** A head in three colours: skin, hair, clothes. */
export function head([skin, hair, cloth]: readonly [string, string, string]): Uint8Array {
	const p = new Painter(128, 128, '#f6efe2', '#e3d8c5');
	p.ellipse(64, 136, 50, 40, cloth).ellipse(64, 54, 35, 37, hair).rect(56, 80, 16, 22, skin);
	p.ellipse(64, 60, 27, 31, skin).ellipse(64, 33, 28, 13, hair);
	p.ellipse(54, 60, 3, 4, '#2b2a2f')
		.ellipse(74, 60, 3, 4, '#2b2a2f')
		.ellipse(64, 77, 9, 4, '#b5523f');
	return p.png();
}

export function emoji(world: World): void {
	const leaf = new Painter(64, 64, '#ffffff', '#ffffff')
		.ellipse(32, 32, 30, 30, '#7fae6b')
		.ellipse(32, 32, 18, 26, '#4e8a3f');
	const sloth = new Painter(64, 64, '#ffffff', '#ffffff')
		.ellipse(32, 32, 30, 30, '#a98b6d')
		.ellipse(32, 36, 20, 18, '#e8d9c2')
		.ellipse(25, 33, 4, 5, '#3a2c22')
		.ellipse(39, 33, 4, 5, '#3a2c22');
	const bread = new Painter(64, 64, '#ffffff', '#ffffff')
		.ellipse(32, 36, 29, 20, '#b9752f')
		.ellipse(32, 32, 25, 16, '#dba35a');
	for (const [shortcode, painter, category] of [
		['leaf', leaf, 'Garden'],
		['sloth', sloth, 'Animals'],
		['sourdough', bread, 'Food'],
	] as const) {
		world.emoji.push({
			shortcode,
			category,
			url: put(world, `emoji-${shortcode}.png`, 'image/png', painter.png()),
		});
	}
}

/** A drawn picture of a topic. */
export function image(
	world: World,
	owner: Person,
	topic: string,
	seed: number,
	description: string | null,
	[width, height]: readonly [number, number] = [640, 420],
): Media {
	const url = put(
		world,
		`${topic}-${seed}-${width}.png`,
		'image/png',
		drawing(topic, seed, width, height),
	);
	return addMedia(world, owner, {
		kind: 'image',
		type: 'image/png',
		url,
		width,
		height,
		description,
	});
}

export function video(
	world: World,
	owner: Person,
	kind: 'video' | 'gifv',
	seed: number,
	description: string | null,
): Media {
	const url = put(world, `clip-${seed}.mp4`, 'video/mp4', clip(seed, kind === 'gifv' ? 12 : 24, 0));
	const preview = put(world, `clip-${seed}.png`, 'image/png', drawing('weather', seed, 128, 96));
	return addMedia(world, owner, {
		kind,
		type: 'video/mp4',
		url,
		preview,
		width: 128,
		height: 96,
		seconds: 4,
		description,
	});
}

/** A tone of one second, as WAV (16 bit, mono, 8 kHz). */
export function audio(
	world: World,
	owner: Person,
	hertz: number,
	description: string | null,
): Media {
	const [rate, samples] = [8000, 8000];
	const bytes = Buffer.alloc(44 + samples * 2);
	bytes.write('RIFF', 0, 'latin1');
	bytes.writeUInt32LE(36 + samples * 2, 4);
	bytes.write('WAVEfmt ', 8, 'latin1');
	bytes.writeUInt32LE(16, 16);
	bytes.writeUInt16LE(1, 20);
	bytes.writeUInt16LE(1, 22);
	bytes.writeUInt32LE(rate, 24);
	bytes.writeUInt32LE(rate * 2, 28);
	bytes.writeUInt16LE(2, 32);
	bytes.writeUInt16LE(16, 34);
	bytes.write('data', 36, 'latin1');
	bytes.writeUInt32LE(samples * 2, 40);
	for (let n = 0; n < samples; n += 1) {
		const fade = 1 - n / samples;
		bytes.writeInt16LE(
			Math.round(9000 * fade * Math.sin((2 * Math.PI * hertz * n) / rate)),
			44 + n * 2,
		);
	}
	const url = put(world, `tone-${hertz}.wav`, 'audio/wav', bytes);
	return addMedia(world, owner, {
		kind: 'audio',
		type: 'audio/wav',
		url,
		width: 0,
		height: 0,
		seconds: 1,
		description,
	});
}
