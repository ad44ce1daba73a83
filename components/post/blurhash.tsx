import { decodeBlurHash } from 'fast-blurhash';
import { useEffect, useRef } from 'preact/hooks';

/** Few pixels: the browser makes them large, and smooth. */
const SIZE = 16;
/** Whoever scrolls by faster sees no colours: decoding them costs as much as drawing the rest of a card. */
const SOON_MS = 200;

/** The colours of a picture, until it is there or wanted. Says nothing. */
export function Blurhash({ hash }: { hash: string }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => {
		const paint = () => {
			const context = canvas.current?.getContext('2d');
			const pixels = context && decode(hash);
			if (pixels) context.putImageData(new ImageData(pixels, SIZE, SIZE), 0, 0);
		};
		const waiting = requestIdleCallback(paint, { timeout: SOON_MS });
		return () => cancelIdleCallback(waiting);
	}, [hash]);
	return (
		<span class="blurhash" aria-hidden="true">
			<canvas ref={canvas} width={SIZE} height={SIZE} />
		</span>
	);
}

/** Servers send what they like: a hash that is none has no colours. */
function decode(hash: string): Uint8ClampedArray<ArrayBuffer> | undefined {
	try {
		return new Uint8ClampedArray(decodeBlurHash(hash, SIZE, SIZE));
	} catch (error) {
		if (error instanceof Error) return undefined;
		throw error;
	}
}
