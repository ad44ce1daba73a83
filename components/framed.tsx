import type { ComponentChildren } from 'preact';
import { MufflingProvider } from './muffle/muffling';
import { ArchivesProvider, useArchives } from './shared/archives';
import { Empty } from './shared/empty';
import { MeProvider, useMe } from './shared/me';
import { NavigationProvider } from './shared/navigation';
import { LoadProblem } from './shared/problem';
import { hrefs } from './shared/route';
import { useTexts } from './shared/texts';
import { ConnectionBanner } from './shell/banner';
import { Boundary } from './shell/boundary';
import { Kept } from './timeline/kept';
import { PartFeed } from './timeline/part-feed';
import { useNewestOfAll } from './timeline/use-newest';

/** Shows the timeline beside the page; undefined where the browser lets no frame do that. In the turn of a click. */
type Beside = (() => void) | undefined;

/** `framed.html`: the merged timeline inside of a page of others, to read. Wants texts and settings above it. */
export function Framed({ beside }: { beside: Beside }) {
	return (
		<NavigationProvider>
			<MeProvider>
				<ArchivesProvider>
					<MufflingProvider>
						<main id="main" class="framed">
							<ConnectionBanner />
							<Head beside={beside} />
							<Boundary place="framed">
								<Timeline />
							</Boundary>
						</main>
					</MufflingProvider>
				</ArchivesProvider>
			</MeProvider>
		</NavigationProvider>
	);
}

/** Why a press leads elsewhere, before one presses. */
function Head({ beside }: { beside: Beside }) {
	const { t } = useTexts();
	return (
		<header class="framed-head">
			<h1 class="unseen">{t('timeline')}</h1>
			<p class="quiet">{t('framedWhy')}</p>
			<Ways beside={beside} />
		</header>
	);
}

function Ways({ beside }: { beside: Beside }) {
	const { t } = useTexts();
	return (
		<div class="actions">
			<a class="button" href={hrefs.timeline()}>
				{t('framedOpen')}
			</a>
			{beside && (
				<button type="button" class="button" data-reads onClick={beside}>
					{t('framedBeside')}
				</button>
			)}
		</div>
	);
}

function Timeline() {
	const { t } = useTexts();
	const archives = useArchives();
	const me = useMe();
	const accounts = me.all?.map(({ account }) => account).join();
	useNewestOfAll(accounts);
	const error = archives.error ?? me.error;
	if (error !== undefined) return <LoadProblem error={error} />;
	if (!archives.all || !me.all) return null;
	const version = archives.all.map(({ id }) => id).join();
	const read = (
		<PartFeed month={undefined} version={`${version} ${accounts}`} name="framed" filter={{}} />
	);
	if (archives.all.length + me.all.length > 0) return read;
	return <Kept nothing={<Empty>{t('framedEmpty')}</Empty>}>{read}</Kept>;
}

type NothingProps = {
	/** `store`: the browser keeps our store from frames. `asked`: nobody pressed our entry for this one. */
	why: 'store' | 'asked';
	beside: Beside;
};

/** In place of the timeline, where there is none to be shown: why, and the ways to it. */
export function NothingFramed({ why, beside }: NothingProps): ComponentChildren {
	const { t } = useTexts();
	return (
		<main id="main" class="framed">
			<h1 class="unseen">{t('extensionName')}</h1>
			<Empty action={<Ways beside={beside} />}>
				{t(why === 'store' ? 'framedNoStore' : 'framedNotAsked')}
			</Empty>
		</main>
	);
}
