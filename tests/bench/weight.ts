import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionFolder } from '../browsers/extension';

export const small = {};

/** What goes to a page before it can draw: its scripts and all that they import by name, not what they load later. */
const SCRIPT = /<script[^>]*\bsrc="([^"]+)"/g;
const PRELOADED = /<link[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g;
const IMPORTED = /(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g;

/** Weighs the extension as it is built for Chromium; kB are 1000 bytes. Fields of pages that are not there are null. */
export async function run(): Promise<object> {
	const folder = extensionFolder('chromium');
	const gzipOf = (page: string) => {
		if (!existsSync(join(folder, page))) return null;
		return kilo(sum(scriptsOf(folder, page).map((file) => gzipSync(file).byteLength)));
	};
	const plainOf = (pattern: RegExp) => {
		const files = all(folder).filter((name) => pattern.test(name));
		return files.length === 0 ? null : kilo(sum(files.map((name) => sizeOf(folder, name))));
	};
	return {
		firstPostGzipKB: gzipOf('app.html'),
		popupGzipKB: gzipOf('popup.html'),
		backgroundKB: plainOf(/^background\.js$/),
		contentScriptKB: plainOf(/^content-scripts\/.*\.js$/),
		totalKB: kilo(sum(all(folder).map((name) => sizeOf(folder, name)))),
	};
}

/** The sources of the scripts that a page needs, each once. */
function scriptsOf(folder: string, page: string): Buffer[] {
	const html = readFileSync(join(folder, page), 'utf8');
	const wanted = [SCRIPT, PRELOADED].flatMap((pattern) =>
		[...html.matchAll(pattern)].map(([, path = '']) => path.replace(/^\//, '')),
	);
	const found = new Map<string, Buffer>();
	for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
		if (found.has(name)) continue;
		const source = readFileSync(join(folder, name));
		found.set(name, source);
		for (const [, path = ''] of source.toString().matchAll(IMPORTED))
			wanted.push(relative(folder, join(folder, dirname(name), path)));
	}
	return [...found.values()];
}

function all(folder: string): string[] {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names.filter((name) => statSync(join(folder, name)).isFile());
}

function sizeOf(folder: string, name: string): number {
	return statSync(join(folder, name)).size;
}

function sum(sizes: readonly number[]): number {
	return sizes.reduce((total, size) => total + size, 0);
}

function kilo(bytes: number): number {
	return Math.round(bytes / 100) / 10;
}
