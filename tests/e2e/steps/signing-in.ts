import * as steps from '../../browsers/sign-in';
import type { Town } from '../town';

export { passForm } from '../../browsers/sign-in';

/** Signs in to a server through the screens; from then on the browser may speak with it. */
export async function signIn(town: Town, origin: string, person: steps.Credentials): Promise<void> {
	town.expectServers([origin]);
	await steps.signIn(town, origin, person);
}
