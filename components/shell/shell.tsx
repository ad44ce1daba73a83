import { Archive, Bell, Download, House, PenLine, Search, Server, Settings } from 'lucide-preact';
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useNavigation } from '../shared/navigation';
import { hrefs, type Route } from '../shared/route';
import { useTexts } from '../shared/texts';
import { Aside } from './aside';
import { AttentionCount } from './attention-count';
import { ConnectionBanner } from './banner';
import { ImportProgress } from './import-progress';
import { useKeptFocus } from './kept-focus';
import { NoticeCount } from './notice-count';
import { ShellKeys } from './shell-keys';

/** Everything around a page: the way to the other pages, search, what is stored, keys. */
export function Shell({ children }: { children: ComponentChildren }) {
	const { t } = useTexts();
	const { route } = useNavigation();
	useKeptFocus();
	return (
		<>
			{/* biome-ignore lint/a11y/useValidAnchor: a link by its nature; only the address is not its to change */}
			<a class="skip" href="#main" onClick={skip}>
				{t('skipToContent')}
			</a>
			<div class="shell">
				<header class="rail">
					<a class="brand" href={hrefs.timeline()}>
						<Brand />
						{t('extensionName')}
					</a>
					<nav aria-label={t('navigation')}>
						{PAGES.map(({ page, href, icon: Icon }) => (
							<a
								key={page}
								href={href}
								title={t(TITLES[page])}
								aria-current={placeOf(route.page) === page ? 'page' : undefined}
							>
								<Icon size={20} strokeWidth={1.75} aria-hidden="true" />
								<span>{t(TITLES[page])}</span>
								{page === 'notifications' && <NoticeCount />}
								{page === 'compose' && <AttentionCount />}
							</a>
						))}
					</nav>
					{route.page !== 'import' && <ImportProgress />}
				</header>
				<main id="main" tabIndex={-1}>
					<ConnectionBanner />
					{children}
				</main>
				<Aside />
			</div>
			<ShellKeys />
		</>
	);
}

type PageName = Exclude<
	Route['page'],
	'privacy' | 'post' | 'person' | 'server' | 'source' | 'drafts' | 'outbox' | 'unknown'
>;
type Icon = FunctionComponent<{ size?: number; strokeWidth?: number; 'aria-hidden'?: 'true' }>;

const PAGES: readonly { page: PageName; href: string; icon: Icon }[] = [
	{ page: 'timeline', href: hrefs.timeline(), icon: House },
	{ page: 'compose', href: hrefs.compose(), icon: PenLine },
	{ page: 'notifications', href: hrefs.notifications(), icon: Bell },
	{ page: 'search', href: hrefs.search(), icon: Search },
	{ page: 'archive', href: hrefs.archive(), icon: Archive },
	{ page: 'import', href: hrefs.import(), icon: Download },
	{ page: 'servers', href: hrefs.servers(), icon: Server },
	{ page: 'settings', href: hrefs.settings(), icon: Settings },
];

const TITLES = {
	timeline: 'timeline',
	compose: 'compose',
	search: 'search',
	archive: 'archive',
	import: 'import',
	settings: 'settings',
	notifications: 'notifications',
	servers: 'servers',
} as const;

/** Drafts and the outbox are a part of writing. */
function placeOf(page: Route['page']): Route['page'] {
	if (page === 'privacy') return 'settings';
	return page === 'drafts' || page === 'outbox' ? 'compose' : page;
}

/** The address belongs to the pages, so the skip link moves the focus instead of the address. */
function skip(event: Event): void {
	event.preventDefault();
	document.getElementById('main')?.focus();
}

function Brand() {
	return (
		<svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
			<rect class="brand-ground" width="22" height="22" rx="6" />
			<g class="brand-dots">
				<circle cx="7.5" cy="7.5" r="2.5" />
				<circle cx="14.5" cy="7.5" r="2.5" />
				<circle cx="7.5" cy="14.5" r="2.5" />
				<circle cx="14.5" cy="14.5" r="2.5" />
			</g>
		</svg>
	);
}
