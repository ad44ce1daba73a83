import { mayContact } from '../address';

/** The protocol's own registry of accounts (https://web.plc.directory): not a server that anybody signs in to. */
const PLC = 'https://plc.directory';

/** Origin of the directory of `did:plc`, as the build sets it. */
export function plcDirectory(): string {
	const set = import.meta.env.WXT_PLC_DIRECTORY;
	return set && URL.canParse(set) ? new URL(set).origin : PLC;
}

/**
 * Address of the document that tells servers who this program is (https://atproto.com/specs/oauth#clients): https,
 * hosted by whoever publishes the build. Undefined when the build sets none.
 */
export function clientId(): string | undefined {
	const set = import.meta.env.WXT_ATPROTO_CLIENT_ID;
	if (!set || !URL.canParse(set)) return undefined;
	const url = new URL(set);
	const fit = url.protocol === 'https:' && url.port === '' && url.pathname !== '/';
	return fit && mayContact(url, url.origin) ? url.href : undefined;
}
