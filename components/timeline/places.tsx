import { Rows3 } from 'lucide-preact';
import type { Feature, NamedSource, SavedView } from '../../lib/model';
import type { Me } from '../../lib/sessions';
import { fetchNamedSources, namedSources } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { Menu } from '../shared/menu';
import { hrefs, type PlaceSource } from '../shared/route';
import { writtenDown } from '../shared/said';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

const KINDS = [
	{ kind: 'local', text: 'sourceLocal', feature: 'local' },
	{ kind: 'public', text: 'sourcePublic', feature: 'public' },
	{ kind: 'bookmarks', text: 'sourceBookmarks', feature: 'bookmarks' },
	{ kind: 'favourites', text: 'sourceFavourites', feature: 'favourites' },
] as const satisfies readonly {
	kind: PlaceSource['kind'];
	text: string;
	feature: Feature;
}[];

/** The further places of each account: its server's timelines, lists, followed tags. */
export function Places() {
	const { t } = useTexts();
	const me = useMe();
	const { value = [] } = useLoad('named', namedSources, ['sessions', 'timeline']);
	const { views } = useSettings();
	if (!me.all?.length && views.length === 0) return null;
	return (
		<Menu
			face={
				<>
					<Rows3 size={16} aria-hidden="true" />
					<span>{t('places')}</span>
				</>
			}
			faceClass="chip"
			label={t('places')}
			opened={() => refresh(me.all ?? [])}
		>
			{views.length > 0 && <SavedViews views={views} />}
			{me.all?.map((one) => (
				<PlacesOf key={one.account} me={one} named={value} />
			))}
		</Menu>
	);
}

/** The ways to look at the timeline that the person named. */
function SavedViews({ views }: { views: readonly SavedView[] }) {
	const { t } = useTexts();
	const here = location.hash;
	return (
		<section aria-label={t('views')}>
			<h2>{t('views')}</h2>
			{views.map(({ id, name, ...view }) => {
				const href = hrefs.timeline(undefined, view);
				return (
					<a
						key={id}
						class="menu-item"
						href={href}
						aria-current={href === here ? 'page' : undefined}
					>
						<bdi>{name}</bdi>
					</a>
				);
			})}
			<a class="menu-item quiet" href={hrefs.settings()}>
				{t('viewsManage')}
			</a>
		</section>
	);
}

/** Failures are of no weight here: the names of last time stay. */
function refresh(all: readonly Me[]): void {
	for (const { account, state } of all) {
		if (state === 'active') fetchNamedSources(account).catch(writtenDown);
	}
}

function PlacesOf({ me, named }: { me: Me; named: readonly NamedSource[] }) {
	const { t } = useTexts();
	return (
		<section aria-label={`@${me.handle}`}>
			<h2>
				<bdi>@{me.handle}</bdi>
			</h2>
			{KINDS.map(({ kind, text, feature }) =>
				me.features.includes(feature) ? (
					<a key={kind} class="menu-item" href={hrefs.source(me.account, { kind })}>
						{t(text)}
					</a>
				) : null,
			)}
			{named.map(({ by, source, name }) =>
				by === me.account && source.kind !== 'author' && source.kind !== 'home' ? (
					<a key={name} class="menu-item" href={hrefs.source(by, source)}>
						<bdi>{source.kind === 'tag' ? `#${source.tag}` : name}</bdi>
					</a>
				) : null,
			)}
		</section>
	);
}
