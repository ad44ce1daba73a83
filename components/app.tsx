import { useEffect } from 'preact/hooks';
import { ImportProvider } from './import/import-provider';
import { MufflingProvider } from './muffle/muffling';
import { AuthorItems } from './post/more';
import { ArchivesProvider } from './shared/archives';
import { ChoresProvider } from './shared/chores';
import { MeProvider } from './shared/me';
import { type Earlier, NavigationProvider, useNavigation } from './shared/navigation';
import type { Route } from './shared/route';
import { Boundary } from './shell/boundary';
import { onDemand } from './shell/on-demand';
import { Shell } from './shell/shell';
import { UnknownPage } from './shell/unknown-page';
import { TimelinePage } from './timeline/timeline-page';

/** What comes after the first post: each in a file of its own, so that the timeline need not wait for them. */
const ArchivePage = onDemand(async () => (await import('./archive/archive-page')).ArchivePage);
const ComposePage = onDemand(async () => (await import('./composer/compose-page')).ComposePage);
const ConversationPage = onDemand(
	async () => (await import('./conversation/conversation-page')).ConversationPage,
);
const DraftsPage = onDemand(async () => (await import('./composer/drafts-page')).DraftsPage);
const ImportPage = onDemand(async () => (await import('./import/import-page')).ImportPage);
const NotificationsPage = onDemand(
	async () => (await import('./notices/notifications-page')).NotificationsPage,
);
const OutboxPage = onDemand(async () => (await import('./composer/outbox-page')).OutboxPage);
const PersonPage = onDemand(async () => (await import('./person/person-page')).PersonPage);
const PrivacyPage = onDemand(async () => (await import('./privacy/privacy-page')).PrivacyPage);
const SearchPage = onDemand(async () => (await import('./search/search-page')).SearchPage);
const ServerPage = onDemand(async () => (await import('./server/server-page')).ServerPage);
const ServersPage = onDemand(async () => (await import('./server/servers-page')).ServersPage);
const SettingsPage = onDemand(async () => (await import('./settings/settings-page')).SettingsPage);
const SourcePage = onDemand(async () => (await import('./source/source-page')).SourcePage);
const LATER = [
	ArchivePage,
	ComposePage,
	ConversationPage,
	DraftsPage,
	ImportPage,
	NotificationsPage,
	OutboxPage,
	PersonPage,
	PrivacyPage,
	SearchPage,
	ServerPage,
	ServersPage,
	SettingsPage,
	SourcePage,
];

/** A browser that waits for the disk calls itself idle. */
const LATER_MS = 1500;

/** The reading tab. Wants texts, settings and services above it. */
export function App({ earlier }: { earlier?: Earlier | undefined }) {
	useEffect(() => {
		// Long after the first posts: the pages then open at once, whatever becomes of their files.
		let idle = 0;
		const timer = setTimeout(() => {
			idle = requestIdleCallback(() => {
				for (const part of [...LATER, AuthorItems]) part.bring().catch(reportError);
			});
		}, LATER_MS);
		return () => {
			clearTimeout(timer);
			cancelIdleCallback(idle);
		};
	}, []);
	return (
		<NavigationProvider earlier={earlier}>
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
			<MufflingProvider>
				<RoutedPage key={visit} route={route} />
			</MufflingProvider>
		</Boundary>
	);
}

function RoutedPage({ route }: { route: Route }) {
	switch (route.page) {
		case 'timeline':
			return <TimelinePage month={route.month} view={route.view} />;
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
		case 'privacy':
			return <PrivacyPage />;
		case 'person':
			return <PersonPage account={route.key} show={route.show} of={route.of} />;
		case 'notifications':
			return <NotificationsPage />;
		case 'servers':
			return <ServersPage wants={route.wants} />;
		case 'server':
			return <ServerPage host={route.host} />;
		case 'source':
			return <SourcePage by={route.by} source={route.source} />;
		case 'compose':
			return <ComposePage wish={route.wish} />;
		case 'drafts':
			return <DraftsPage />;
		case 'outbox':
			return <OutboxPage />;
		case 'unknown':
			return <UnknownPage />;
	}
}
