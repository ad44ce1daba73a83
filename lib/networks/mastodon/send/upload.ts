import type { Attached, Session } from '../../../model';
import { path } from '../../address';
import { ask } from '../../http';
import type { Io } from '../../io';
import { localId, record } from '../../json';
import { NetworkProblem } from '../../problem';
import type { Prepared, Uploaded } from '../../sender';

/** Servers throw away files that no post took after a day. */
const KEPT_MS = 12 * 60 * 60_000;
const PROCESSED = 200;
/** The server is still making something of it. */
const WORKING = [202, 206];

/**
 * Brings the next file there, or asks once whether the server has done with one. A file that is sent twice because an
 * answer was lost is thrown away by the server. https://docs.joinmastodon.org/methods/media/#v2
 */
export async function upload(
	session: Session,
	prepared: Prepared,
	bytes: (file: string) => Promise<Blob>,
	io: Io,
): Promise<Prepared> {
	const { work } = prepared;
	const media = (work.kind === 'create' && work.content.media) || [];
	const fresh = prepared.uploaded.filter(({ at }) => io.now() - at < KEPT_MS);
	const missing = media.find(({ file }) => !fresh.some((one) => one.file === file));
	if (missing) {
		const sent = await send(session, missing, await bytes(missing.file), io);
		return { ...prepared, uploaded: [...fresh, sent] };
	}
	const waiting = fresh.find(({ state }) => state === 'working');
	if (!waiting) return prepared;
	const state = await processed(session, waiting.id, io);
	const others = fresh.filter((one) => one !== waiting);
	if (state === 'lost') return { ...prepared, uploaded: others };
	return { ...prepared, uploaded: [...others, { ...waiting, state }] };
}

async function send(session: Session, file: Attached, blob: Blob, io: Io): Promise<Uploaded> {
	const form = new FormData();
	// A name says nothing of the person's own file.
	form.set(
		'file',
		new File([blob], `file.${file.type.split('/')[1] ?? 'bin'}`, { type: file.type }),
	);
	if (file.alt) form.set('description', file.alt);
	if (file.focus) form.set('focus', `${file.focus.x.toFixed(2)},${file.focus.y.toFixed(2)}`);
	const { json, status } = await ask(io, {
		session,
		path: '/api/v2/media',
		method: 'POST',
		body: form,
		pass: WORKING,
		timeoutMs: 5 * 60_000,
	});
	const id = localId(record(json)?.['id']);
	if (id === undefined) throw new NetworkProblem('broken', session.host, { status });
	const state = status === PROCESSED ? 'ready' : 'working';
	return { file: file.file, id, state, at: io.now() };
}

async function processed(
	session: Session,
	id: string,
	io: Io,
): Promise<'ready' | 'working' | 'lost'> {
	const { status } = await ask(io, {
		session,
		path: path`/api/v1/media/${id}`,
		pass: [...WORKING, 404],
	});
	if (status === 404) return 'lost';
	return status === PROCESSED ? 'ready' : 'working';
}
