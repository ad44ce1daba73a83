import type { Card } from '../../lib/model';
import { RemotePicture } from './remote-picture';
import { safeHref } from './runs';

/** What a linked page says of itself; all of it is one link. A card of what has no address is words alone. */
export function LinkCard({ card }: { card: Card }) {
	const href = safeHref(card.url);
	if (!href) {
		return card.url === '' ? (
			<div class="link-card">
				<CardText card={card} from={card.provider} title={card.title} />
			</div>
		) : null;
	}
	const { host } = new URL(href);
	return (
		<a class="link-card" href={href} target="_blank" rel="noopener noreferrer" title={href}>
			{(card.image ?? card.blurhash) && (
				<span class="link-card-picture" aria-hidden="true">
					<RemotePicture url={card.image} blurhash={card.blurhash} alt="" quiet />
				</span>
			)}
			<CardText card={card} from={card.provider || host} title={card.title || host} />
		</a>
	);
}

function CardText({ card, from, title }: { card: Card; from: string | undefined; title: string }) {
	return (
		<span class="link-card-text" dir="auto">
			{from && <span class="quiet">{from}</span>}
			<b>{title}</b>
			{card.description && <span class="link-card-more">{card.description}</span>}
			{card.author && <span class="quiet">{card.author}</span>}
		</span>
	);
}
