import { mayContact, reach } from '../address';
import { ask } from '../http';
import type { Io } from '../io';
import { list, record, text } from '../json';
import { ifThere, readNodeInfo } from './nodeinfo';
import type { Typed } from './typed';

/**
 * The server of a host that only stands in people's names: where WebFinger (RFC 7033) leads for a known name, else
 * the host of the address template in host-meta (RFC 6415), else that of nodeinfo. Undefined when it is the same.
 */
export async function otherOrigin(typed: Typed, io: Io): Promise<string | undefined> {
	const found =
		(typed.handle && (await ifThere(actorOf(typed.origin, `${typed.handle}@${typed.host}`, io)))) ||
		(await hostMeta(typed.origin, io)) ||
		(await readNodeInfo(typed.origin, io))?.origin;
	if (!found || !URL.canParse(found)) return undefined;
	const { origin } = new URL(found);
	return origin !== typed.origin && mayContact(new URL(origin), typed.origin) ? origin : undefined;
}

/** The actor that WebFinger names for a handle, if any. Asked without a token: it is public. Rejects as `ask` does. */
export async function actorOf(origin: string, handle: string, io: Io): Promise<string | undefined> {
	const { json } = await ask(io, {
		origin,
		path: '/.well-known/webfinger',
		query: { resource: `acct:${handle}` },
		headers: { accept: 'application/jrd+json, application/json' },
		maxBytes: 64 * 1024,
		follow: true,
	});
	const self = list(record(json)?.['links'], 30)
		.map(record)
		.find((link) => link?.['rel'] === 'self' && /activity|ld\+json/.test(text(link['type'])));
	return text(self?.['href']) || undefined;
}

async function hostMeta(origin: string, io: Io): Promise<string | undefined> {
	const answer = await ifThere(
		ask(io, { origin, path: '/.well-known/host-meta', accept: 'text', follow: true }),
	);
	const template = /\btemplate=["']([^"']+)["']/.exec(answer?.text ?? '')?.[1] ?? '';
	const bare = template.replace(/[?{].*$/, '');
	// A template that names this machine says nothing of a server elsewhere.
	return URL.canParse(bare) && reach(new URL(bare).hostname) === reach(new URL(origin).hostname)
		? bare
		: undefined;
}
