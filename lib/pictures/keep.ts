import {
	hasPreview,
	keepPreview,
	notePictureHost,
	pictureHost,
	previewRoom,
	readPreview,
} from '../store';
import { countShown } from './contacts';
import { small } from './small';

/** What is read goes before what is kept. */
const WAIT_MS = 1500;
const PATIENCE_MS = 20_000;
/** A host that did not let its pictures be read is tried again after this. */
const CLOSED_MS = 24 * 60 * 60_000;

const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** A kept picture, as bytes of an image; absent when it is not kept. */
export const keptPicture = readPreview;

/** Says that a picture was loaded from its host and shown: it is kept a little later where that may be. */
export function wasShown(url: string): void {
	waiting.add(url);
	if (timer === undefined) timer = setTimeout(() => keepWaiting().catch(reportError), WAIT_MS);
}

async function keepWaiting(): Promise<void> {
	const urls = [...waiting];
	waiting.clear();
	timer = undefined;
	const room = await previewRoom();
	for (const url of urls) {
		const { host } = new URL(url);
		if (room === 0 || (await hasPreview(url))) continue;
		if ((await pictureHost(host, Date.now() - CLOSED_MS))?.allows === false) continue;
		countShown(url, 'pictures');
		await keep(url, host, room);
	}
}

async function keep(url: string, host: string, room: number): Promise<void> {
	const at = Date.now();
	const answer = await readAgain(url);
	if (!answer) {
		// It was shown a moment ago: its host is there, and closed to programs.
		if (navigator.onLine) await notePictureHost({ host, allows: false, at });
		return;
	}
	if ((await pictureHost(host, 0))?.allows !== true)
		await notePictureHost({ host, allows: true, at });
	const picture = answer.ok ? await small(await answer.blob()) : undefined;
	if (!picture) return;
	const bytes = new Uint8Array(await picture.arrayBuffer());
	await keepPreview({ url, host, type: picture.type, size: bytes.length, at }, bytes, room);
}

/** Mostly out of the browser's own cache. Undefined when the host does not let it be read. */
async function readAgain(url: string): Promise<Response | undefined> {
	try {
		return await fetch(url, {
			mode: 'cors',
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'force-cache',
			redirect: 'error',
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}
