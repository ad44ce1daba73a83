import { NetworkProblem } from './problem';

/** What a host is to this machine: the machine itself, its own network, or the internet. */
type Reach = 'loopback' | 'private' | 'internet';

const LOCAL_NAME = /(^|\.)(local|internal|intranet|lan|home|corp|home\.arpa)$/;

/**
 * Where a host lies, from its name alone: `URL` has already turned decimal, octal and hexadecimal forms into four
 * numbers. A name that resolves to a private address is for the browser to stop; a page cannot resolve names.
 */
export function reach(hostname: string): Reach {
	const name = hostname.toLowerCase().replace(/\.$/, '');
	if (name.startsWith('[')) return reachOf6(groups(name.slice(1, -1)));
	if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return reachOf4(name.split('.').map(Number));
	if (name === 'localhost' || name.endsWith('.localhost')) return 'loopback';
	return !name.includes('.') || LOCAL_NAME.test(name) ? 'private' : 'internet';
}

function reachOf4([a = 0, b = 0]: readonly number[]): Reach {
	if (a === 127) return 'loopback';
	const private4 =
		a === 0 ||
		a === 10 ||
		(a === 100 && b >= 64 && b < 128) ||
		(a === 169 && b === 254) ||
		(a === 172 && b >= 16 && b < 32) ||
		(a === 192 && b === 168) ||
		(a === 198 && (b === 18 || b === 19)) ||
		a >= 224;
	return private4 ? 'private' : 'internet';
}

/** The eight groups of an IPv6 address as `URL` writes it. */
function groups(address: string): number[] {
	const [front = '', back] = address.split('::');
	const numbers = (part: string) =>
		part ? part.split(':').map((group) => Number.parseInt(group, 16)) : [];
	const [head, tail] = [numbers(front), numbers(back ?? '')];
	const missing = back === undefined ? 0 : 8 - head.length - tail.length;
	return [...head, ...Array<number>(Math.max(0, missing)).fill(0), ...tail];
}

function reachOf6(address: readonly number[]): Reach {
	const [first = 0, second = 0] = address;
	const embedded = (high = 0, low = 0) => reachOf4([high >> 8, high & 255, low >> 8, low & 255]);
	if (address.slice(0, 5).every((group) => group === 0)) {
		const [mapped, high = 0, low = 0] = address.slice(5);
		if (mapped === 0 && high === 0 && low === 1) return 'loopback';
		return mapped === 0xffff ? embedded(high, low) : 'private';
	}
	// NAT64 and 6to4 carry an address of the old kind.
	if (first === 0x64 && second === 0xff9b) return embedded(address[6], address[7]);
	if (first === 0x2002) return embedded(second, address[2]);
	const private6 = (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80 || first >= 0xff00;
	return private6 ? 'private' : 'internet';
}

/**
 * Whether `url` may be contacted on behalf of the server at `home` (its origin): https, or http on this machine
 * where the server is on this machine too; nothing on this machine or its network unless the server is there.
 * `ws` and `wss` count as `http` and `https`. No credentials in the address.
 */
export function mayContact(url: URL, home: string | undefined): boolean {
	if (url.username || url.password) return false;
	const where = reach(url.hostname);
	const from = home && URL.canParse(home) ? new URL(home) : undefined;
	const secure = url.protocol === 'https:' || url.protocol === 'wss:';
	const plain = url.protocol === 'http:' || url.protocol === 'ws:';
	if (!secure && !(plain && where === 'loopback')) return false;
	if (where === 'internet') return true;
	if (!from) return false;
	return where === 'loopback'
		? reach(from.hostname) === 'loopback'
		: from.hostname === url.hostname;
}

/**
 * A path with its values encoded: `` path`/api/v1/statuses/${id}` ``. An empty value becomes a dot: it changes the
 * path when the address is made, which is refused, as `..` is.
 */
export function path(strings: TemplateStringsArray, ...values: readonly string[]): string {
	return strings.reduce(
		(made, part, index) => made + (encodeURIComponent(values[index - 1] ?? '') || '.') + part,
	);
}

/** The address of a path on `origin`; `unsafe` when the path leads anywhere but where it says. */
export function addressOf(origin: string, wanted: string): URL {
	const home = new URL(origin);
	const bare = wanted.split('?')[0] ?? '';
	const url =
		wanted.startsWith('/') && URL.canParse(wanted, origin) ? new URL(wanted, origin) : home;
	if (url.origin !== home.origin || url.pathname !== bare || url.hash)
		throw new NetworkProblem('unsafe', home.host);
	return url;
}
