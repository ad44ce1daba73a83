import { ask } from '../http';
import type { Io } from '../io';
import { list, record, text } from '../json';
import { ifThere } from './nodeinfo';

/** What a server says of its sign-in (RFC 8414; Mastodon from 4.3, Hollo). */
export type Metadata = {
	/** As it will stand in `iss` (RFC 9207). */
	issuer?: string;
	scopes?: readonly string[];
	/** PKCE with S256 is understood (RFC 7636). */
	pkce: boolean;
};

/** Nothing is assumed of a server without the document. */
export async function readMetadata(origin: string, io: Io): Promise<Metadata> {
	const path = '/.well-known/oauth-authorization-server';
	const json = record((await ifThere(ask(io, { origin, path })))?.json) ?? {};
	const issuer = text(json['issuer']);
	const scopes = list(json['scopes_supported'], 200).filter((one) => typeof one === 'string');
	return {
		...(issuer ? { issuer } : {}),
		...(scopes.length > 0 ? { scopes } : {}),
		pkce: list(json['code_challenge_methods_supported'], 20).includes('S256'),
	};
}

/**
 * Whether `iss` of a callback names the server that was asked: the issuer that it told, else its own origin. Another
 * server's answer must never be traded in here (mix-up attack).
 */
export function isIssuer(iss: string, issuer: string | undefined, origin: string): boolean {
	if (!URL.canParse(iss)) return false;
	if (issuer && URL.canParse(issuer)) return new URL(iss).href === new URL(issuer).href;
	return new URL(iss).origin === origin;
}
