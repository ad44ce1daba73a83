import { mayContact } from '../address';
import { ask } from '../http';
import type { Io } from '../io';
import { each, record, text } from '../json';
import { NetworkProblem } from '../problem';
import { isDid } from './names';

/** What a server says of itself: com.atproto.server.describeServer. */
export type Description = {
	did: string;
	/** What stands behind the names of its own people: `square.example`. */
	domains: readonly string[];
	invitation: boolean;
	/** Bytes. */
	blobs?: number;
	links: { terms?: string; privacy?: string };
	email?: string;
};

const PATH = '/xrpc/com.atproto.server.describeServer';
const MOST_BYTES = 64 * 1024;
const MOST = 20;
const DOMAIN = /^[a-z\d-]{1,63}(\.[a-z\d-]{1,63})*$/;

/** Undefined when what answers there is no server of this network; throws as `ask` does when nobody answers. */
export async function describeServer(origin: string, io: Io): Promise<Description | undefined> {
	let json: unknown;
	try {
		({ json } = await ask(io, { origin, path: PATH, maxBytes: MOST_BYTES }));
	} catch (problem) {
		if (!(problem instanceof NetworkProblem)) throw problem;
		// Without a status the answer did not arrive whole: that says nothing of what speaks there.
		const { kind, status = 500 } = problem;
		const other = /^(missing|broken|refused|forbidden)$/.test(kind) && status < 500;
		if (other) return undefined;
		throw problem;
	}
	return readDescription(json, origin);
}

function readDescription(value: unknown, origin: string): Description | undefined {
	const json = record(value);
	const did = text(json?.['did']);
	if (!json || !isDid(did) || !Array.isArray(json['availableUserDomains'])) return undefined;
	const domains = each(json['availableUserDomains'], MOST, (one) => {
		const domain = text(one).replace(/^\./, '').toLowerCase();
		return DOMAIN.test(domain) ? domain : undefined;
	});
	const links = record(json['links']);
	const [terms, privacy] = [links?.['termsOfService'], links?.['privacyPolicy']].map((link) =>
		pageOf(link, origin),
	);
	const email = text(record(json['contact'])?.['email']);
	const blobs = json['blobUploadLimit'];
	return {
		did,
		domains: domains ?? [],
		invitation: json['inviteCodeRequired'] === true,
		links: { ...(terms ? { terms } : {}), ...(privacy ? { privacy } : {}) },
		...(typeof blobs === 'number' && blobs > 0 && Number.isFinite(blobs) ? { blobs } : {}),
		...(/^[^\s@<>\p{C}]{1,64}@[^\s@<>\p{C}]{1,190}$/u.test(email) ? { email } : {}),
	};
}

function pageOf(value: unknown, origin: string): string | undefined {
	const address = text(value);
	if (!URL.canParse(address, origin)) return undefined;
	const url = new URL(address, origin);
	return mayContact(url, origin) ? url.href : undefined;
}
