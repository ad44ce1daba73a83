import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Spawn } from '../../lib/archive';
import type { BesideSite, Server } from '../../lib/model';
import type { SearchClient } from '../../lib/search';
import type { Me } from '../../lib/sessions';

/** What the browser has for us beside its tabs. */
export type InBrowser = {
	/** Shows the timeline beside the pages of this window. Only in the turn of a click. */
	openBeside(): Promise<void>;
	/** The keys as they are now; empty: none is set. */
	keys(): Promise<readonly { name: string; shortcut: string }[]>;
	/** The browser's own page to change them. */
	changeKeys(): Promise<void>;
	/** Whether we may show notifications. */
	mayNotify(): Promise<boolean>;
	/** Asks for it, in the turn of a click; false: the person said no. Or gives it back. */
	askToNotify(): Promise<boolean>;
	dropNotify(): Promise<void>;
	/**
	 * Asks for a host and puts ours there, in open pages too; false: the person said no. In the turn of a click. `note`
	 * is done before: what ours finds there is told of a site that is known.
	 */
	addSite(site: Pick<BesideSite, 'host' | 'part'>, note: () => Promise<void>): Promise<boolean>;
	/** Those of these hosts for which the browser gives no access: the person may have taken it back there. */
	withdrawn(hosts: readonly string[]): Promise<readonly string[]>;
	/** Takes it away, in open pages too; `access`: and the browser's permission for the host. */
	removeSite(site: Pick<BesideSite, 'host' | 'part'>, access: boolean): Promise<void>;
};

/** The browser's downloads folder: a permission that is asked for when it is needed. */
export type Downloads = {
	/** False: the person said no. Only in the turn of a click. */
	ask(): Promise<boolean>;
	allowed(): Promise<boolean>;
	/** Puts a file there instead of the one of its name, and answers when it is whole. Throws what the browser says. */
	save(file: File): Promise<void>;
};

/** The browser's own sync, through which several browsers of one person agree. */
export type Agreeing = {
	/** Throws where the browser's sync cannot be read. */
	begin(): Promise<void>;
	/** `deletes`: and deletes what lies there; throws, and stays on, where that cannot be done. */
	end(deletes: boolean): Promise<void>;
};

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
	inBrowser: InBrowser;
	downloads: Downloads;
	agreeing: Agreeing;
	/**
	 * Deletes what the browser keeps for the extension outside of its database: stored values, alarms, permissions, and
	 * scripts with what they put into open pages.
	 */
	forgetInBrowser(): Promise<void>;
};

const ServicesContext = createContext<Services | undefined>(undefined);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
	const services = useContext(ServicesContext);
	if (!services) throw new Error('no ServicesProvider above');
	return services;
}
