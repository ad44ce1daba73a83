/**
 * Names of hosts that servers of this process answer for: `square.test`, `*.square.test`. A test's own fetch and the
 * proxy of its browsers lead https questions for them to the origin; nothing leaves this machine.
 */
const HOSTS = new Map<string, string[]>();

/** From now on `origin` answers for the host; the latest that did so wins. Returns what takes it back. */
export function answerFor(host: string, origin: string): () => void {
	HOSTS.set(host, [...(HOSTS.get(host) ?? []), origin]);
	return () => {
		const left = HOSTS.get(host) ?? [];
		left.splice(left.lastIndexOf(origin), 1);
		if (left.length === 0) HOSTS.delete(host);
	};
}

/** The origin on this machine that answers for a host; undefined for a stranger. */
export function originFor(host: string): string | undefined {
	const parent = host.slice(host.indexOf('.') + 1);
	return (HOSTS.get(host) ?? HOSTS.get(`*.${parent}`))?.at(-1);
}
