import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** In the page: photographs as servers have them, JPEG of some 40 kB, base64. */
export async function paint(): Promise<string[]> {
	const pictures: string[] = [];
	for (let i = 0; i < 6; i++) {
		const canvas = new OffscreenCanvas(640, i % 2 ? 800 : 420);
		const brush = canvas.getContext('2d');
		for (let k = 0; brush && k < 400; k++) {
			brush.fillStyle = `hsl(${(i * 60 + k) % 360} 40% ${30 + (k % 50)}%)`;
			brush.fillRect((k * 97) % 640, (k * 61) % 800, 90, 60);
		}
		const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
		const bytes = new Uint8Array(await blob.arrayBuffer());
		pictures.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
	}
	return pictures;
}

/** Serves what was painted, by the number in the address: `-7.jpg`. */
export async function servePictures() {
	let pictures: Buffer[] = [];
	const server = createServer((request, response) => {
		const [, number = '0'] = /-(\d+)/.exec(request.url ?? '') ?? [];
		response.setHeader('content-type', 'image/jpeg');
		response.setHeader('cache-control', 'max-age=3600');
		response.end(pictures[Number(number) % pictures.length]);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		serve(base64: readonly string[]) {
			pictures = base64.map((one) => Buffer.from(one, 'base64'));
		},
		close: () => void server.close(),
	};
}
