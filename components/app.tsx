import { ArchivePage } from './archive/archive-page';
import { ConversationPage } from './conversation/conversation-page';
import { ImportPage } from './import/import-page';
import { ImportProvider } from './import/import-provider';
import { NotificationsPage } from './notices/notifications-page';
import { PersonPage } from './person/person-page';
import { SearchPage } from './search/search-page';
import { ServerPage } from './server/server-page';
import { ServersPage } from './server/servers-page';
import { SettingsPage } from './settings/settings-page';
import { ArchivesProvider } from './shared/archives';
import { ChoresProvider } from './shared/chores';
import { MeProvider } from './shared/me';
import { NavigationProvider, useNavigation } from './shared/navigation';
import type { Route } from './shared/route';
import { Boundary } from './shell/boundary';
import { Shell } from './shell/shell';
import { UnknownPage } from './shell/unknown-page';
import { SourcePage } from './source/source-page';
import { TimelinePage } from './timeline/timeline-page';

/** The reading tab. Wants texts, settings and services above it. */
export function App() {
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
			return <ServersPage />;
		case 'server':
			return <ServerPage host={route.host} />;
		case 'source':
			return <SourcePage by={route.by} source={route.source} />;
		case 'unknown':
			return <UnknownPage />;
	}
}
