import type { Io } from '../io';
import type { FoundService } from '../network';
import { NetworkProblem } from '../problem';
import { readDid } from './did';
import { isDid, readService } from './names';

const VIEW = 'bsky_appview';
const LABELER = 'atproto_labeler';

/**
 * Looks a service up in the document of its DID: `did:web:view.example#bsky_appview`. A bare DID is a labeler's.
 * Undefined when nobody of that name offers one.
 */
export async function service(name: string, io: Io): Promise<FoundService | undefined> {
	const wanted = name.trim();
	const read = readService(wanted) ?? { did: wanted, id: LABELER };
	const offers = read.id === VIEW ? 'view' : read.id === LABELER ? 'labels' : undefined;
	if (!isDid(read.did) || offers === undefined) return undefined;
	try {
		const { services } = await readDid(read.did, undefined, io);
		const origin = services.get(read.id);
		const kept = offers === 'labels' ? read.did : wanted;
		return origin === undefined ? undefined : { name: kept, host: new URL(origin).host, offers };
	} catch (problem) {
		if (problem instanceof NetworkProblem && problem.kind === 'missing') return undefined;
		throw problem;
	}
}
