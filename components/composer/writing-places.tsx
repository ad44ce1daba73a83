import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

const PLACES = [
	{ page: 'compose', href: hrefs.compose() },
	{ page: 'drafts', href: hrefs.drafts() },
	{ page: 'outbox', href: hrefs.outbox() },
] as const;

/** From writing to what was begun, and to what was sent. */
export function WritingPlaces({ now }: { now: (typeof PLACES)[number]['page'] }) {
	const { t } = useTexts();
	return (
		<nav class="bar-tools" aria-label={t('keysWriting')}>
			{PLACES.map(({ page, href }) => (
				<a key={page} class="chip" href={href} aria-current={page === now ? 'page' : undefined}>
					{t(page)}
				</a>
			))}
		</nav>
	);
}
