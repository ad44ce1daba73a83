import Hls from 'hls.js/light';
import { countShown } from '../../lib/pictures';
import { gatedLoader } from './hls-loader';
import { leading } from './playing';

// Loaded when a video is played for the first time: nobody who only reads pays for it.

export type Playing = {
	playlist: string;
	/** Hosts that the person let the playlist lead to. */
	agreed: ReadonlySet<string>;
	/** It cannot go on. */
	failed(): void;
	/** It leads to another host, which was not asked. */
	asks(host: string): void;
};

/**
 * Plays an HLS playlist (RFC 8216). Never by the browser itself, which would go wherever the playlist leads. One of
 * `failed` and `asks` is called at most once, and ends it. Returns how to end it.
 */
export function playHls(
	video: HTMLVideoElement,
	{ playlist, agreed, failed, asks }: Playing,
): () => void {
	if (!Hls.isSupported()) {
		failed();
		return () => undefined;
	}
	let over = false;
	const end = (why: () => void): void => {
		if (over) return;
		over = true;
		hls.destroy();
		why();
	};
	const loader = gatedLoader({
		fetch(url, init) {
			countShown(url, 'films');
			return fetch(url, init);
		},
		lets(url) {
			const where = leading(url, playlist, agreed);
			// Not from within the player's own loading, which would be torn down under it.
			if (where === 'nowhere') queueMicrotask(() => end(failed));
			else if (where !== 'on') queueMicrotask(() => end(() => asks(where.asks)));
			return where === 'on';
		},
	});
	// Its worker would be made of a string, which the extension's policy forbids.
	const hls = new Hls({ enableWorker: false, loader });
	hls.on(Hls.Events.ERROR, (_event, { fatal }) => {
		if (fatal) end(failed);
	});
	hls.loadSource(playlist);
	hls.attachMedia(video);
	return () => end(() => undefined);
}
