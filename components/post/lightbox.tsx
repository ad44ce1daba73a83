import { ChevronLeft, ChevronRight, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountUri, Medium } from '../../lib/model';
import { alongLine } from '../shared/keys';
import { useTexts } from '../shared/texts';
import { useMedium } from '../shared/use-medium';
import { RemoteCell, UNDESCRIBED } from './remote-media';

type LightboxProps = {
	items: readonly { medium: Medium; owner: AccountUri | undefined }[];
	start: number;
	close(): void;
	/** What stands under item i, for instance its post. */
	caption?(i: number): ComponentChildren;
};

/** Pictures as large as the window; arrow keys go through them, Escape closes. */
export function Lightbox({ items, start, close, caption }: LightboxProps) {
	const { t, direction } = useTexts();
	const dialog = useRef<HTMLDialogElement>(null);
	const [at, setAt] = useState(start);
	useEffect(() => dialog.current?.showModal(), []);
	const go = (step: number) => setAt(Math.min(items.length - 1, Math.max(0, at + step)));
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.target instanceof HTMLVideoElement) return;
		const key = alongLine(event.key, direction);
		if (key === 'ArrowRight') go(1);
		else if (key === 'ArrowLeft') go(-1);
		else return;
		event.preventDefault();
	};
	const item = items[at];
	return (
		<dialog
			ref={dialog}
			class="lightbox"
			aria-label={t('lightbox')}
			onClose={close}
			onKeyDown={onKeyDown}
		>
			<div class="lightbox-bar">
				<span aria-live="polite">{t('lightboxPlace', { place: at + 1, count: items.length })}</span>
				<button type="button" class="icon-button" onClick={close} aria-label={t('close')}>
					<X size={20} aria-hidden="true" />
				</button>
			</div>
			<div class="lightbox-stage">
				<Step label={t('previousPicture')} disabled={at === 0} go={() => go(-1)}>
					<ChevronLeft size={24} aria-hidden="true" />
				</Step>
				{item && <Large key={at} {...item} />}
				<Step label={t('nextPicture')} disabled={at === items.length - 1} go={() => go(1)}>
					<ChevronRight size={24} aria-hidden="true" />
				</Step>
			</div>
			<div class="lightbox-caption">
				{item?.medium.alt && <p>{item.medium.alt}</p>}
				{caption?.(at)}
			</div>
		</dialog>
	);
}

type StepProps = { label: string; disabled: boolean; go(): void; children: ComponentChildren };

function Step({ label, disabled, go, children }: StepProps) {
	return (
		<button type="button" class="icon-button" aria-label={label} disabled={disabled} onClick={go}>
			{children}
		</button>
	);
}

function Large({ medium, owner }: { medium: Medium; owner: AccountUri | undefined }) {
	const { t } = useTexts();
	const { url, state } = useMedium(owner, medium.file);
	const name = medium.alt || t(UNDESCRIBED[medium.type]);
	// Films, sounds and files of posts with several kinds of media: as they stand in the post.
	if (owner === undefined && medium.type !== 'image')
		return (
			<div class="large">
				<RemoteCell medium={medium} open={() => undefined} />
			</div>
		);
	if (owner === undefined && medium.remote) return <Remote url={medium.remote} name={name} />;
	if (state === 'loading') return <div class="large" aria-busy="true" />;
	if (!url) return <p class="large">{t('mediumUnreadable')}</p>;
	if (medium.type === 'image') return <img class="large" src={url} alt={name} />;
	const gif = medium.type === 'gif';
	return (
		<video class="large" src={url} controls loop={gif} muted={gif} playsInline aria-label={name} />
	);
}

/** A picture of another host; where it does not come, that is said. */
function Remote({ url, name }: { url: string; name: string }) {
	const { t } = useTexts();
	const [failed, setFailed] = useState(false);
	if (failed) {
		return (
			<p class="large" role="alert">
				{t('pictureNotLoaded', { host: new URL(url).host })}
			</p>
		);
	}
	return (
		<img
			class="large"
			src={url}
			alt={name}
			referrerpolicy="no-referrer"
			onError={() => setFailed(true)}
		/>
	);
}
