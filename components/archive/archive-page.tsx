import type { Generation } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { useArchives } from '../shared/archives';
import { useCalled } from '../shared/called';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { type ArchiveView, hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { Likes } from './likes';
import { MediaView } from './media-view';
import { Overview } from './overview';
import { RelationsView } from './relations-view';
import { Threads } from './threads';

type ArchivePageProps = { view: ArchiveView; account: string | undefined };

/** `#/archive`: one archive as pictures, threads, media, likes and people. */
export function ArchivePage({ view, account }: ArchivePageProps) {
	const { t } = useTexts();
	const { all, of, error, retry } = useArchives();
	const generation = (account === undefined ? undefined : of(account)) ?? all?.[0];
	return (
		<Page
			title={t('archive')}
			bar={generation && all && <Choice all={all} chosen={generation} view={view} />}
		>
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			{generation && (
				<>
					<Views view={view} account={account} />
					<View view={view} generation={generation} />
				</>
			)}
			{all?.length === 0 && (
				<Empty
					action={
						<a class="button primary" href={hrefs.import()}>
							{t('importArchive')}
						</a>
					}
				>
					{t('archiveEmpty')}
				</Empty>
			)}
		</Page>
	);
}

function View({ view, generation }: { view: ArchiveView; generation: Generation }) {
	switch (view) {
		case 'overview':
			return <Overview generation={generation} />;
		case 'threads':
			return <Threads generation={generation} />;
		case 'media':
			return <MediaView generation={generation} />;
		case 'likes':
			return <Likes />;
		case 'relations':
			return <RelationsView generation={generation} />;
	}
}

const VIEWS: readonly { view: ArchiveView; title: Key }[] = [
	{ view: 'overview', title: 'overview' },
	{ view: 'threads', title: 'threads' },
	{ view: 'media', title: 'mediaTitle' },
	{ view: 'likes', title: 'likes' },
	{ view: 'relations', title: 'relations' },
];

function Views({ view, account }: ArchivePageProps) {
	const { t } = useTexts();
	return (
		<nav class="views" aria-label={t('archiveParts')}>
			{VIEWS.map((one) => (
				<a
					key={one.view}
					class="chip"
					href={hrefs.archive(one.view, account)}
					aria-current={one.view === view ? 'page' : undefined}
				>
					{t(one.title)}
				</a>
			))}
		</nav>
	);
}

type ChoiceProps = { all: readonly Generation[]; chosen: Generation; view: ArchiveView };

function Choice({ all, chosen, view }: ChoiceProps) {
	const { t } = useTexts();
	const called = useCalled();
	if (all.length < 2) {
		return (
			<span class="quiet">
				<bdi>{called(chosen.account)}</bdi>
			</span>
		);
	}
	return (
		<select
			class="chip bar-tools"
			aria-label={t('chooseArchive')}
			value={chosen.account.key}
			onChange={(event) => {
				location.hash = hrefs.archive(view, event.currentTarget.value);
			}}
		>
			{all.map(({ account }) => (
				<option key={account.key} value={account.key}>
					{called(account)}
				</option>
			))}
		</select>
	);
}
