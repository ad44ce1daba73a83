import { ServerUnknown } from './problems';

/**
 * `typed` as it is handed on: trimmed, without what no server needs to know. `origin` is absent for a DID, which names
 * no host of its own.
 */
export type Address = { typed: string; host: string; origin?: string };

const HANDLE = /^@?[^\s/@:]+@([^\s/@]+)$/;
const DID = /^did:[a-z]+:[\w.:%-]{1,500}$/;
const SHOWN = 80;

/**
 * The server of what a person typed: a host, an address with or without a path, `@name@host`, or what looks like mail;
 * a name that is a host (`@alice.square.example`), a DID. Plain http is for loopback alone. Throws `ServerUnknown`.
 */
export function addressOf(input: string): Address {
	const typed = input
		.trim()
		.replace(/^(acct|mailto):/i, '')
		.replace(/^(?:at:\/\/|@)(did:[^/]+)(?:\/.*)?$/i, '$1')
		.replace(/^at:\/\/([^/]+).*$/i, '@$1');
	if (DID.test(typed)) return { typed, host: typed.slice(0, SHOWN) };
	const schemed = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
	const host = HANDLE.exec(typed)?.[1];
	const url = parse(schemed ? typed : `https://${host ?? typed}`);
	if (!url || !plausible(url, typed)) throw notAnAddress(typed);
	const loopback = isLoopback(url.hostname);
	if (url.protocol === 'http:' && !loopback) {
		throw new ServerUnknown({ key: 'serverPlainHttp', parameters: { host: url.host } });
	}
	const origin = loopback && !schemed ? `http://${url.host}` : url.origin;
	return {
		typed: schemed ? `${url.origin}${url.pathname}` : typed,
		host: new URL(origin).host,
		origin,
	};
}

function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function parse(address: string): URL | undefined {
	return URL.canParse(address) ? new URL(address) : undefined;
}

function plausible(url: URL, typed: string): boolean {
	const { protocol, hostname, username, password } = url;
	const labels = hostname.replace(/\.$/, '').split('.');
	const named = (labels.length > 1 && labels.every(Boolean)) || isLoopback(hostname);
	// `1` and `0x7f.1` are addresses to a browser, which makes 0.0.0.1 and 127.0.0.1 of them; nobody means those.
	const meant = !/^[\d.]+$/.test(hostname) || typed.includes(hostname);
	return /^https?:$/.test(protocol) && named && meant && username === '' && password === '';
}

function notAnAddress(typed: string): ServerUnknown {
	return new ServerUnknown({
		key: 'serverNotAnAddress',
		parameters: { typed: typed.slice(0, SHOWN) },
	});
}
