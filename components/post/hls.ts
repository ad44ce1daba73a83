import Hls from 'hls.js/light';
import { mayFetch } from './playing';

// Loaded when a video is played for the first time: nobody who only reads pays for it.

/**
 * Plays an HLS playlist (RFC 8216) in a browser that cannot by itself. `failed` is called at most once, when it cannot
 * go on. Returns how to end it.
 */
export function playHls(video: HTMLVideoElement, playlist: string, failed: () => void): () => void {
	if (!Hls.isSupported()) {
		failed();
		return () => undefined;
	}
	const hls = new Hls({
		// Its worker would be made of a string, which the extension's policy forbids.
		enableWorker: false,
		xhrSetup(_request, url) {
			if (!mayFetch(url, playlist)) throw new Error('an address that must not be contacted');
		},
	});
	hls.on(Hls.Events.ERROR, (_event, { fatal }) => {
		if (!fatal) return;
		hls.destroy();
		failed();
	});
	hls.loadSource(playlist);
	hls.attachMedia(video);
	return () => hls.destroy();
}
