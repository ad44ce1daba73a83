import { GripHorizontal } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { Draft, Venue } from '../../lib/model';
import { partsOf } from '../../lib/outbox';
import { borderNear, countOf, nextBorder } from '../../lib/text';
import { useTexts } from '../shared/texts';
import { offsetAt } from './text-offset';

type ThreadPostsProps = {
	draft: Draft;
	venue: Venue;
	/** The whole text, and where its second and further posts begin. */
	text: string;
	borders: readonly number[];
	/** Puts border n somewhere else. */
	move(n: number, border: number): void;
};

/** The posts of a thread in order; between them the borders, which can be pulled. */
export function ThreadPosts({ draft, venue, text, borders, move }: ThreadPostsProps) {
	const { t, number } = useTexts();
	const parts = partsOf(draft, venue);
	const cuts = [0, ...borders, text.length];
	return (
		<div class="thread-posts">
			{parts.map((content, n) => {
				const start = cuts[n] ?? 0;
				const end = cuts[n + 1] ?? text.length;
				const { used, limit } = countOf(venue, content.text, content.warning);
				return (
					<div key={String(n)}>
						{n > 0 && (
							<Border
								n={n}
								text={text}
								at={start}
								from={cuts[n - 1] ?? 0}
								to={end}
								move={(border) => move(n - 1, border)}
							/>
						)}
						<p class={`thread-post${used > limit ? ' over' : ''}`} dir="auto">
							<span class="thread-count">
								{t('threadPost', { n: String(n + 1) })}
								{` · ${number(used)} / ${number(limit)}`}
							</span>
							<bdi data-start={start}>{text.slice(start, end)}</bdi>
						</p>
					</div>
				);
			})}
		</div>
	);
}

type BorderProps = {
	/** Between post n and post n + 1. */
	n: number;
	text: string;
	at: number;
	/** It stays between its neighbours. */
	from: number;
	to: number;
	move(border: number): void;
};

function Border({ n, text, at, from, to, move }: BorderProps) {
	const { t } = useTexts();
	const pulled = useRef(false);
	const within = (border: number | undefined) =>
		border !== undefined && border > from && border < to ? border : undefined;
	const [earlier, later] = [within(nextBorder(text, at, -1)), within(nextBorder(text, at, 1))];
	const go = (border: number | undefined) => {
		if (border !== undefined && border !== at) move(border);
	};
	const words = text.slice(at, at + 40).trim();
	return (
		<div class="thread-border">
			{/* biome-ignore lint/a11y/useSemanticElements: a rule that is moved is no hr */}
			<div
				role="separator"
				tabIndex={0}
				class="thread-grip"
				aria-orientation="horizontal"
				aria-label={t('threadBorder', { n: String(n), next: String(n + 1) })}
				aria-valuenow={at}
				aria-valuemin={from}
				aria-valuemax={to}
				aria-valuetext={words}
				onKeyDown={(event) => {
					const back = event.key === 'ArrowUp' || event.key === 'ArrowLeft';
					if (!back && event.key !== 'ArrowDown' && event.key !== 'ArrowRight') return;
					event.preventDefault();
					go(back ? earlier : later);
				}}
				onPointerDown={(event) => {
					pulled.current = true;
					event.currentTarget.setPointerCapture(event.pointerId);
				}}
				onPointerMove={(event) => {
					if (!pulled.current) return;
					const box = event.currentTarget.closest<HTMLElement>('.thread-posts');
					const over = box && offsetAt(box, event.clientX, event.clientY);
					if (over !== undefined && over !== null) go(within(borderNear(text, over)));
				}}
				onPointerUp={() => {
					pulled.current = false;
				}}
				onPointerCancel={() => {
					pulled.current = false;
				}}
			>
				<GripHorizontal size={16} aria-hidden="true" />
			</div>
			<button
				type="button"
				class="link-button"
				disabled={earlier === undefined}
				aria-label={t('threadEarlierFor', { n: String(n) })}
				onClick={() => go(earlier)}
			>
				{t('threadEarlier')}
			</button>
			<button
				type="button"
				class="link-button"
				disabled={later === undefined}
				aria-label={t('threadLaterFor', { n: String(n) })}
				onClick={() => go(later)}
			>
				{t('threadLater')}
			</button>
		</div>
	);
}
