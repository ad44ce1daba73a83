import { ImportProvider } from './import/import-provider';
import { MufflingProvider } from './muffle/muffling';
import { ArchivesProvider } from './shared/archives';
import { MeProvider } from './shared/me';
import { type Earlier, NavigationProvider, useNavigation } from './shared/navigation';
import { Boundary } from './shell/boundary';
import { Shell } from './shell/shell';
import { TimelinePage } from './timeline/timeline-page';

/** `sidepanel.html`: the merged timeline beside any page. Wants texts, settings and services above it. */
export function Panel({ earlier }: { earlier: Earlier | undefined }) {
	return (
		<NavigationProvider earlier={earlier}>
			<MeProvider>
				<ArchivesProvider>
					<ImportProvider>
						<Shell>
							<Timeline />
						</Shell>
					</ImportProvider>
				</ArchivesProvider>
			</MeProvider>
		</NavigationProvider>
	);
}

function Timeline() {
	const { route, visit } = useNavigation();
	if (route.page !== 'timeline') return null;
	return (
		<Boundary place={visit}>
			<MufflingProvider>
				<TimelinePage key={visit} month={route.month} view={route.view} />
			</MufflingProvider>
		</Boundary>
	);
}
