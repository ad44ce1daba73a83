import { countShown } from './contacts';

const PATIENCE_MS = 60_000;
/** More than any network takes of a picture; what is carried is made to fit afterwards. */
const MOST_BYTES = 40 * 1024 * 1024;

/**
 * The whole of a picture, from where its network has it, for a person who brings its post elsewhere. Undefined when its
 * host does not let it be read, does not answer, or gives something that is no picture. Sends nothing but the question.
 */
export async function wholePicture(url: string): Promise<Blob | undefined> {
	const { protocol, hostname } = new URL(url);
	if (protocol !== 'https:' && hostname !== '127.0.0.1') return undefined;
	let bytes = 0;
	// Before it is asked: the page may be gone before an answer.
	countShown(url, 'pictures');
	try {
		const answer = await fetch(url, {
			mode: 'cors',
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			redirect: 'error',
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		const type = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
		if (!answer.ok || !/^image\/(?:avif|gif|jpeg|png|webp)$/.test(type)) return undefined;
		const picture = await limited(answer, type);
		bytes = picture?.size ?? 0;
		return picture;
	} catch (error) {
		// What browsers throw where nobody answers, or answers are closed to pages; and where it took too long.
		if (error instanceof TypeError || error instanceof DOMException) return undefined;
		throw error;
	} finally {
		countShown(url, 'pictures', bytes, 0);
	}
}

async function limited({ body }: Response, type: string): Promise<Blob | undefined> {
	const reader = body?.getReader();
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	for (;;) {
		const part = await reader?.read();
		if (!part || part.done) return new Blob(parts, { type });
		size += part.value.length;
		if (size > MOST_BYTES) {
			await reader?.cancel();
			return undefined;
		}
		parts.push(part.value);
	}
}
