import { useEffect } from 'preact/hooks';
import { ImportProvider } from './import/import-provider';
import { ArchivesProvider } from './shared/archives';
import { ChoresProvider } from './shared/chores';
import { MeProvider } from './shared/me';
import { NavigationProvider, useNavigation } from './shared/navigation';
import type { Route } from './shared/route';
import { Boundary } from './shell/boundary';
import { onDemand } from './shell/on-demand';
import { Shell } from './shell/shell';
import { UnknownPage } from './shell/unknown-page';
import { TimelinePage } from './timeline/timeline-page';

/** What comes after the first post: each in a file of its own, so that the timeline need not wait for them. */
const ArchivePage = onDemand(async () => (await import('./archive/archive-page')).ArchivePage);
const ConversationPage = onDemand(
	async () => (await import('./conversation/conversation-page')).ConversationPage,
);
const ImportPage = onDemand(async () => (await import('./import/import-page')).ImportPage);
const NotificationsPage = onDemand(
	async () => (await import('./notices/notifications-page')).NotificationsPage,
);
const PersonPage = onDemand(async () => (await import('./person/person-page')).PersonPage);
const SearchPage = onDemand(async () => (await import('./search/search-page')).SearchPage);
const ServerPage = onDemand(async () => (await import('./server/server-page')).ServerPage);
const ServersPage = onDemand(async () => (await import('./server/servers-page')).ServersPage);
const SettingsPage = onDemand(async () => (await import('./settings/settings-page')).SettingsPage);
const SourcePage = onDemand(async () => (await import('./source/source-page')).SourcePage);
const LATER = [
	ArchivePage,
	ConversationPage,
	ImportPage,
	NotificationsPage,
	PersonPage,
	SearchPage,
	ServerPage,
	ServersPage,
	SettingsPage,
	SourcePage,
];

/** The reading tab. Wants texts, settings and services above it. */
export function App() {
	useEffect(() => {
		// Once nothing else is to be done: the pages then open at once, whatever becomes of their files.
		const idle = requestIdleCallback(() => {
			for (const page of LATER) page.bring().catch(reportError);
		});
		return () => cancelIdleCallback(idle);
	}, []);
	return (
		<NavigationProvider>
			<MeProvider>
				<ArchivesProvider>
					<ImportProvider>
						<ChoresProvider>
							<Shell>
								<Current />
							</Shell>
						</ChoresProvider>
					</ImportProvider>
				</ArchivesProvider>
			</MeProvider>
		</NavigationProvider>
	);
}

function Current() {
	const { route, visit } = useNavigation();
	return (
		<Boundary place={visit}>
			<RoutedPage key={visit} route={route} />
		</Boundary>
	);
}

function RoutedPage({ route }: { route: Route }) {
	switch (route.page) {
		case 'timeline':
			return <TimelinePage month={route.month} />;
		case 'import':
			return <ImportPage />;
		case 'search':
			return <SearchPage query={route.query} />;
		case 'archive':
			return <ArchivePage view={route.view} account={route.account} />;
		case 'post':
			return <ConversationPage postKey={route.key} />;
		case 'settings':
			return <SettingsPage />;
		case 'person':
			return <PersonPage account={route.key} show={route.show} />;
		case 'notifications':
			return <NotificationsPage />;
		case 'servers':
			return <ServersPage wants={route.wants} />;
		case 'server':
			return <ServerPage host={route.host} />;
		case 'source':
			return <SourcePage by={route.by} source={route.source} />;
		case 'unknown':
			return <UnknownPage />;
	}
}
