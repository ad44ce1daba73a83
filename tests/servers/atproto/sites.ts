import type { Person, View, World } from './model';
import { findPerson } from './world';

/** The registry of accounts: not of the square, and the same for all of them. */
export const DIRECTORY = 'plc.directory';

export type Site =
	| { kind: 'home'; home: number }
	| { kind: 'view'; view: View }
	| { kind: 'directory' }
	| { kind: 'handle'; person: Person }
	| { kind: 'stranger' };

/** Who is asked under the name of a host: one Node server answers for all of them. */
export function siteOf(world: World, host: string): Site {
	if (host === DIRECTORY) return { kind: 'directory' };
	const home = world.homes.findIndex((_, n) => world.hostsOf(n).includes(host));
	if (home >= 0) return { kind: 'home', home };
	const view = world.views.find((one) => one.host === host);
	if (view) return { kind: 'view', view };
	const person = findPerson(world, host);
	if (person?.handle === host) return { kind: 'handle', person };
	return { kind: 'stranger' };
}
