import { ImageOff, Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { AccountUri, Medium } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { useMedium } from '../shared/use-medium';
import { useOpened } from '../shared/use-opened';
import { onDemand } from '../shell/on-demand';
import { RemoteCell } from './remote-media';

const Lightbox = onDemand(async () => (await import('./lightbox')).Lightbox);

type MediaProps = {
	/** Key of the post that they belong to. */
	of: string;
	media: readonly Medium[];
	owner: AccountUri | undefined;
	/** Why it is shown only when it is asked for. */
	cover?: string | undefined;
	/** Why it is not shown even then. */
	final?: string | undefined;
};

/** One to four pictures or videos of a post: of an archive from its own files only. */
export function MediaGrid({ of, media, owner, cover, final }: MediaProps) {
	const { t } = useTexts();
	const [uncovered, uncover] = useOpened('uncovered', of);
	const [open, setOpen] = useState<number>();
	const single = media.length === 1 ? media[0] : undefined;
	if (cover !== undefined && (final !== undefined || !uncovered)) {
		return (
			<p class="cover icon eye-off">
				<span>{cover}</span>
				{final === undefined ? (
					<button type="button" class="link-button" onClick={() => uncover(true)}>
						{t('warningShow')}
					</button>
				) : (
					<span class="quiet">{final}</span>
				)}
			</p>
		);
	}
	return (
		<>
			<ul
				class="media"
				data-count={Math.min(media.length, 4)}
				aria-label={t('mediaList')}
				style={single ? frame(single) : undefined}
			>
				{media.map((medium, i) => (
					<li key={i}>
						<Cell medium={medium} owner={owner} open={() => setOpen(i)} />
					</li>
				))}
			</ul>
			{open !== undefined && (
				<Lightbox
					items={media.map((medium) => ({ medium, owner }))}
					start={open}
					close={() => setOpen(undefined)}
				/>
			)}
		</>
	);
}

const HIGHEST = 440;

/**
 * A single picture keeps its shape between 3:5 and 2:1 and takes no more than half a screen. Its space is kept
 * while it loads.
 */
function frame({ width = 16, height = 9 }: Medium): { aspectRatio: string; maxInlineSize: string } {
	const ratio = Math.min(2, Math.max(0.6, width / height || 1));
	return {
		aspectRatio: String(ratio),
		maxInlineSize: `${Math.round(Math.min(560, ratio * HIGHEST))}px`,
	};
}

type CellProps = { medium: Medium; owner: AccountUri | undefined; open(): void };

function Cell({ medium, owner, open }: CellProps) {
	const { t } = useTexts();
	const { url, state } = useMedium(owner, medium.file);
	if (owner === undefined && (medium.remote || medium.playlist))
		return <RemoteCell medium={medium} open={open} />;
	if (state !== 'ready' || !url) {
		return state === 'loading' ? null : <Missing medium={medium} failed={state === 'failed'} />;
	}
	if (medium.type === 'video') return <Video url={url} medium={medium} />;
	return (
		<button type="button" class="medium" onClick={open} aria-haspopup="dialog">
			{medium.type === 'gif' ? (
				<>
					<video
						src={url}
						muted
						playsInline
						preload="metadata"
						aria-label={altOf(medium, t('gif'))}
					/>
					<span class="play" aria-hidden="true">
						<Play size={20} />
					</span>
				</>
			) : (
				<img src={url} alt={altOf(medium, t('pictureWithoutAlt'))} decoding="async" />
			)}
			{medium.alt && (
				<span class="alt-badge" aria-hidden="true">
					ALT
				</span>
			)}
		</button>
	);
}

function altOf(medium: Medium, fallback: string): string {
	return medium.alt || fallback;
}

function Video({ url, medium }: { url: string; medium: Medium }) {
	const { t } = useTexts();
	return (
		// biome-ignore lint/a11y/useMediaCaption: archives hold no captions, and none are invented
		<video src={url} controls preload="metadata" aria-label={altOf(medium, t('video'))} />
	);
}

function Missing({ medium, failed }: { medium: Medium; failed: boolean }) {
	const { t } = useTexts();
	const why = failed
		? t('mediumUnreadable')
		: medium.file
			? t('mediumNotCopied')
			: t('mediumNotInArchive');
	return (
		<span class="missing">
			<ImageOff size={20} aria-hidden="true" />
			<span>{why}</span>
			{medium.alt && (
				<span class="quiet" dir="auto">
					{medium.alt}
				</span>
			)}
		</span>
	);
}
