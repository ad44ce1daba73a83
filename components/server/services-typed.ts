import type { Services } from '../../lib/model';
import type { Key } from '../../lib/texts';

/** Who serves an account as it stands in the fields: raw names, empty for none. */
export type TypedServices = { view: string; labelers: string; publicRead: string };

export function typedServices({ view, labelers, publicRead }: Services): TypedServices {
	return { view: view ?? '', labelers: labelers?.join('\n') ?? '', publicRead: publicRead ?? '' };
}

type Parsed = { services: Services } | { field: keyof TypedServices; problem: Key };

/** What was typed, as it can be looked up; or which field makes no sense. Nobody is asked yet. */
export function parseServices(typed: TypedServices): Parsed {
	const view = typed.view.trim();
	if (/\s/.test(view)) return { field: 'view', problem: 'servicesOneName' };
	const labelers = [...new Set(typed.labelers.split(/[\s,]+/).filter((name) => name !== ''))];
	const publicRead = originOf(typed.publicRead.trim());
	if (publicRead === undefined) return { field: 'publicRead', problem: 'servicesNoHost' };
	return {
		services: {
			...(view ? { view } : {}),
			...(labelers.length > 0 ? { labelers } : {}),
			...(publicRead ? { publicRead } : {}),
		},
	};
}

/** https, or http on loopback; undefined for what is neither, empty for nothing. */
function originOf(typed: string): string | undefined {
	if (typed === '') return '';
	const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
	if (!URL.canParse(address)) return undefined;
	const { protocol, hostname, origin, username } = new URL(address);
	const loopback = hostname === 'localhost' || hostname === '127.0.0.1';
	const fit = protocol === 'https:' || (protocol === 'http:' && loopback);
	return fit && username === '' && (loopback || hostname.includes('.')) ? origin : undefined;
}
