import { Play } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Medium } from '../../lib/model';
import { useRemoteMedia } from '../shared/remote-media';
import { useTexts } from '../shared/texts';
import type { Playing } from './hls';
import { isStreamed, playlistHost } from './playing';
import { RemotePicture } from './remote-picture';

type FilmProps = { medium: Medium; name: string };

/** A video of another host. Nothing plays by itself. */
export function Film({ medium, name }: FilmProps) {
	const shown = useRemoteMedia();
	if (isStreamed(medium)) return <Streamed medium={medium} name={name} />;
	const { type, remote, preview } = medium;
	const gif = type === 'gif';
	const poster = shown ? preview : undefined;
	return (
		<video
			// Preact empties a poster that is gone; one without is another element.
			key={poster === undefined ? 'bare' : 'poster'}
			src={remote}
			poster={poster}
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
	const [state, setState] = useState<'waiting' | 'playing' | 'failed' | { asks: string }>(
		'waiting',
	);
	const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
	const { playlist, preview, blurhash } = medium;
	const host = playlistHost(playlist);
	if (host === undefined || state === 'failed') {
		return (
			<NotPlayed medium={medium} alert={state === 'failed'}>
				<span>{host === undefined ? t('videoUnsafe') : t('videoNotPlayed', { host })}</span>
				{host !== undefined && (
					<button type="button" class="button" onClick={() => setState('playing')}>
						{t('tryAgain')}
					</button>
				)}
			</NotPlayed>
		);
	}
	if (typeof state === 'object') {
		const other = state.asks;
		return (
			<NotPlayed medium={medium} alert>
				<span>{t('videoElsewhere', { host, other })}</span>
				<button
					type="button"
					class="button"
					onClick={() => {
						setAgreed((before) => new Set([...before, other]));
						setState('playing');
					}}
				>
					{t('videoPlayFrom', { other })}
				</button>
			</NotPlayed>
		);
	}
	if (state === 'playing') {
		return (
			<Player
				medium={medium}
				name={name}
				agreed={agreed}
				failed={() => setState('failed')}
				asks={(other) => setState({ asks: other })}
			/>
		);
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

type NotPlayedProps = { medium: Medium; alert: boolean; children: ComponentChildren };

/** In the place of a video: why it does not play, and what it shows in the author's words. */
function NotPlayed({ medium, alert, children }: NotPlayedProps) {
	return (
		<span class="missing" role={alert ? 'alert' : undefined}>
			{children}
			{medium.alt && <span class="quiet">{medium.alt}</span>}
		</span>
	);
}

type PlayerProps = StreamedProps & {
	agreed: ReadonlySet<string>;
	failed(): void;
	asks(host: string): void;
};

function Player({ medium, name, agreed, failed, asks }: PlayerProps) {
	const video = useRef<HTMLVideoElement>(null);
	const latest = useRef({ failed, asks });
	latest.current = { failed, asks };
	const { playlist, type } = medium;
	useEffect(() => {
		const element = video.current;
		if (!element) return;
		element.focus();
		return play(element, {
			playlist,
			agreed,
			failed: () => latest.current.failed(),
			asks: (host) => latest.current.asks(host),
		});
	}, [playlist, agreed]);
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

/** Plays by a player that is loaded now. Returns how to end it. */
function play(video: HTMLVideoElement, playing: Playing): () => void {
	let end = () => {};
	let over = false;
	import('./hls').then(
		({ playHls }) => {
			if (!over) end = playHls(video, playing);
		},
		(error: unknown) => {
			reportError(error);
			playing.failed();
		},
	);
	return () => {
		over = true;
		end();
		video.removeAttribute('src');
		video.load();
	};
}
