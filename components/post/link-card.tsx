import type { Card } from '../../lib/model';
import { RemotePicture } from './remote-picture';
import { safeHref } from './runs';

/** What a linked page says of itself; all of it is one link. */
export function LinkCard({ card }: { card: Card }) {
	const href = safeHref(card.url);
	if (!href) return null;
	const { host } = new URL(href);
	return (
		<a class="link-card" href={href} target="_blank" rel="noopener noreferrer" title={href}>
			{(card.image ?? card.blurhash) && (
				<span class="link-card-picture" aria-hidden="true">
					<RemotePicture url={card.image} blurhash={card.blurhash} alt="" quiet />
				</span>
			)}
			<span class="link-card-text" dir="auto">
				<span class="quiet">{card.provider || host}</span>
				<b>{card.title || host}</b>
				{card.description && <span class="link-card-more">{card.description}</span>}
				{card.author && <span class="quiet">{card.author}</span>}
			</span>
		</a>
	);
}
