/** What browsers and clients of several networks ask of any host; not knowing it is no fault of theirs. */
const PROBES = [
	/^\/\.well-known\//,
	/^\/favicon\.ico$/,
	/^\/xrpc\//,
	/^\/robots\.txt$/,
	/^\/apple-touch-icon/,
];
export function isProbe(path: string): boolean {
	return PROBES.some((probe) => probe.test(path));
}
