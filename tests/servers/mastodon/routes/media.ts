import { attachment } from '../entities/status';
import { any, file, text, type Upload } from '../http/fields';
import {
	type Answer,
	type Call,
	invalid,
	ok,
	Refusal,
	type Route,
	recordNotFound,
	route,
} from '../http/route';
import type { Media, MediaKind, Person, World } from '../model';
import { addMedia } from '../publish';

const INPUT = { file, description: text, focus: text };
/** How long a video is being worked on. */
const WORK_MS = 1500;

const kindOf = (type: string): MediaKind | undefined => {
	if (type === 'image/gif') return 'gifv';
	const kind = type.split('/')[0];
	return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : undefined;
};

/** Width and height in the head of a PNG; other kinds get a plausible size. */
function sizeOf({ type, bytes }: Upload): { width: number; height: number } {
	if (type !== 'image/png' || bytes.length < 24) return { width: 640, height: 480 };
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return { width: view.getUint32(16), height: view.getUint32(20) };
}

function focusOf(given: string | undefined): Media['focus'] {
	if (given === undefined) return undefined;
	const [x = Number.NaN, y = Number.NaN] = given.split(',').map(Number);
	if (Math.abs(x) <= 1 && Math.abs(y) <= 1) return { x, y };
	throw new Refusal(422, 'focus must be two numbers from -1 to 1', { problem: true });
}

function upload({ world, me, input, url }: Call<typeof INPUT>): Answer {
	const given = input.file;
	if (!given || given.bytes.length === 0) throw invalid("File can't be blank");
	const kind = kindOf(given.type);
	if (!kind) throw invalid('File content type is invalid');
	if (given.bytes.length > (kind === 'image' ? 16_777_216 : 103_809_024))
		throw new Refusal(413, 'Payload too large');
	const limit = world.traits.limits.description ?? 1500;
	if ([...(input.description ?? '')].length > limit)
		throw invalid(`Description is too long (maximum is ${limit} characters)`);
	const slow = (kind === 'video' || kind === 'audio') && url.pathname.includes('v2');
	const name = `${world.files.size}-${given.name.replaceAll(/[^\w.-]/g, '')}`;
	world.files.set(name, { type: given.type, bytes: given.bytes });
	const media = addMedia(world, me, {
		kind,
		type: given.type,
		url: `${world.origin}/files/${name}`,
		...sizeOf(given),
		description: input.description ?? null,
		focus: focusOf(input.focus),
		readyAt: slow ? world.now() + WORK_MS : 0,
		// A video of no content is what cannot be worked on.
		failed: kind === 'video' && given.bytes.length < 16,
	});
	return { status: slow ? 202 : 200, json: attachment(world, media) };
}

function own(world: World, me: Person, wanted: string): Media {
	const found = world.media.get(wanted);
	if (found?.owner !== me.id) throw recordNotFound();
	return found;
}

const needs = { auth: 'user', scope: 'write:media' } as const;

export const MEDIA_ROUTES: readonly Route[] = [
	route(
		'POST /api/v2/media',
		{ ...needs, input: { ...INPUT, thumbnail: any }, feature: 'media v2' },
		upload,
	),
	route(
		'POST /api/v1/media',
		{ ...needs, input: { ...INPUT, thumbnail: any }, feature: 'media v1 upload' },
		upload,
	),
	route('GET /api/v1/media/:id', needs, ({ world, me, part }) => {
		const found = own(world, me, part('id'));
		if (found.readyAt > world.now()) return { status: 206, json: attachment(world, found) };
		if (found.failed) throw invalid('Error processing the file');
		return ok(attachment(world, found));
	}),
	route(
		'PUT /api/v1/media/:id',
		{ ...needs, input: { description: text, focus: text, thumbnail: any } },
		({ world, me, part, input }) => {
			const found = own(world, me, part('id'));
			found.description = input.description ?? found.description;
			found.focus = focusOf(input.focus) ?? found.focus;
			return ok(attachment(world, found));
		},
	),
	route(
		'DELETE /api/v1/media/:id',
		{ ...needs, feature: 'delete media' },
		({ world, me, part }) => {
			const found = own(world, me, part('id'));
			if (found.attachedTo !== undefined)
				throw new Refusal(422, 'Media attachment is currently used by a status');
			world.media.delete(found.id);
			return ok({});
		},
	),
];
