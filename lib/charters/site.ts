/**
 * The last two labels of a host. Where a whole country shares those (`co.uk`), strangers count as one: the error that
 * takes an outsider’s word for the server’s own is the one that earns nobody a label.
 */
export function siteOf(host: string): string {
	const name = host.toLowerCase().replace(/:\d+$/, '');
	return /^[\d.]+$/.test(name) ? name : name.split('.').slice(-2).join('.');
}
