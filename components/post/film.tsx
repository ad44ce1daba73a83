import { Play } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Medium } from '../../lib/model';
import { useRemoteMedia } from '../shared/remote-media';
import { useTexts } from '../shared/texts';
import { isStreamed, playlistHost } from './playing';
import { RemotePicture } from './remote-picture';

type FilmProps = { medium: Medium; name: string };

/** A video of another host. Nothing plays by itself. */
export function Film({ medium, name }: FilmProps) {
	const shown = useRemoteMedia();
	if (isStreamed(medium)) return <Streamed medium={medium} name={name} />;
	const { type, remote, preview } = medium;
	const gif = type === 'gif';
	return (
		<video
			src={remote}
			poster={shown ? preview : undefined}
			controls
			preload="none"
			loop={gif}
			muted={gif}
			playsInline
			aria-label={name}
		/>
	);
}

type StreamedProps = FilmProps & { medium: Medium & { playlist: string } };

/** A video in pieces: nothing of it, and no player, is loaded before the press. */
function Streamed({ medium, name }: StreamedProps) {
	const { t } = useTexts();
	const shown = useRemoteMedia();
	const [state, setState] = useState<'waiting' | 'playing' | 'failed'>('waiting');
	const { playlist, preview, blurhash } = medium;
	const host = playlistHost(playlist);
	if (host === undefined || state === 'failed') {
		return (
			<span class="missing" role={state === 'failed' ? 'alert' : undefined}>
				<span>{host === undefined ? t('videoUnsafe') : t('videoNotPlayed', { host })}</span>
				{medium.alt && <span class="quiet">{medium.alt}</span>}
				{host !== undefined && (
					<button type="button" class="button" onClick={() => setState('playing')}>
						{t('tryAgain')}
					</button>
				)}
			</span>
		);
	}
	if (state === 'playing') {
		return <Player medium={medium} name={name} failed={() => setState('failed')} />;
	}
	return (
		<button
			type="button"
			class="medium film"
			aria-label={t('playVideo', { name })}
			onClick={() => setState('playing')}
		>
			{shown && <RemotePicture url={preview} blurhash={blurhash} alt="" quiet />}
			<span class="play" aria-hidden="true">
				<Play size={20} />
			</span>
			{!shown && <span class="film-host">{t('videoOn', { host })}</span>}
		</button>
	);
}

const HLS = 'application/vnd.apple.mpegurl';

function Player({ medium, name, failed }: StreamedProps & { failed(): void }) {
	const video = useRef<HTMLVideoElement>(null);
	const latest = useRef(failed);
	latest.current = failed;
	const { playlist, type } = medium;
	useEffect(() => {
		const element = video.current;
		if (!element) return;
		element.focus();
		return play(element, playlist, () => latest.current());
	}, [playlist]);
	const gif = type === 'gif';
	return (
		<video
			ref={video}
			controls
			autoplay
			loop={gif}
			muted={gif}
			playsInline
			aria-label={name}
			tabIndex={0}
		/>
	);
}

/** Plays by the browser itself where it can, else by a player that is loaded now. Returns how to end it. */
function play(video: HTMLVideoElement, playlist: string, failed: () => void): () => void {
	let end = () => {};
	let over = false;
	const stop = () => {
		over = true;
		end();
		video.removeAttribute('src');
		video.load();
	};
	if (video.canPlayType(HLS) !== '') {
		video.addEventListener('error', failed, { once: true });
		video.src = playlist;
		end = () => video.removeEventListener('error', failed);
		return stop;
	}
	import('./hls').then(
		({ playHls }) => {
			if (!over) end = playHls(video, playlist, failed);
		},
		(error: unknown) => {
			reportError(error);
			failed();
		},
	);
	return stop;
}
