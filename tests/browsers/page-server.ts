import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

export type PageServer = {
	/** `http://127.0.0.1:<port>/`, a secure context. */
	url: string;
	close(): Promise<void>;
};

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/**
 * Serves a page that runs one TypeScript entry, bundled as the extension is, workers included
 * (`new Worker(new URL('./x.ts', import.meta.url), { type: 'module' })`). For what has to be measured in
 * the same browser but must not be part of the extension. The page has a file input, `#file`; the entry
 * puts on `globalThis` what `page.evaluate` shall call.
 */
export async function servePage(entry: string): Promise<PageServer> {
	const folder = await mkdtemp(join(tmpdir(), 'townsquare-page-'));
	await build({
		configFile: false,
		logLevel: 'error',
		base: './',
		worker: { format: 'es' },
		build: {
			outDir: folder,
			emptyOutDir: true,
			target: 'es2023',
			rolldownOptions: { input: entry, output: { entryFileNames: 'main.js' } },
		},
	});
	await writeFile(
		join(folder, 'index.html'),
		'<!doctype html><meta charset="utf-8"><title>Bench</title>' +
			'<input type="file" id="file" multiple><script type="module" src="main.js"></script>',
	);
	const server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
		const name = path === '/' ? 'index.html' : path;
		readFile(join(folder, name)).then(
			(bytes) => response.setHeader('content-type', typeOf(name)).end(bytes),
			() => response.writeHead(404).end(),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await rm(folder, { recursive: true, force: true });
		},
	};
}

function typeOf(name: string): string {
	return TYPES[extname(name)] ?? 'application/octet-stream';
}
