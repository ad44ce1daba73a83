import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Spawn } from '../../lib/archive';
import type { Server } from '../../lib/model';
import type { SearchClient } from '../../lib/search';
import type { Me } from '../../lib/sessions';

/** What only the entrypoint can make: workers, and facts about the extension itself. */
export type Services = {
	/** One search worker for the tab, started on first use. */
	search(): SearchClient;
	/** Makes the workers of one import or removal; whoever asks for them ends them. */
	archiveWorkers: Spawn;
	version: string;
	/**
	 * Signs in to a server in a window of the browser's. Throws `SignInRefused` (has `.text`), also when the person
	 * closed it, or `NetworkProblem`.
	 */
	signIn(
		server: Server,
		how: { again: boolean; language: string; handle?: string },
		signal: AbortSignal,
	): Promise<Me>;
	/** Asks for the host permission that a problem's `needsPermission` names. Only in the turn of a click. */
	askForPermission(pattern: string): Promise<boolean>;
};

const ServicesContext = createContext<Services | undefined>(undefined);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
	const services = useContext(ServicesContext);
	if (!services) throw new Error('no ServicesProvider above');
	return services;
}
