import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Spawn } from '../../lib/archive';
import type { SearchClient } from '../../lib/search';

/** What only the entrypoint can make: workers, and facts about the extension itself. */
export type Services = {
	/** One search worker for the tab, started on first use. */
	search(): SearchClient;
	/** Makes the workers of one import or removal; whoever asks for them ends them. */
	archiveWorkers: Spawn;
	version: string;
};

const ServicesContext = createContext<Services | undefined>(undefined);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
	const services = useContext(ServicesContext);
	if (!services) throw new Error('no ServicesProvider above');
	return services;
}
