import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** The checkout: every command and every runner is started there (tests/run.mjs, npm). */
export const ROOT = process.cwd();
/** Where commands leave what they make: sample archives, screenshots, reports. Not in git. */
export const ARTIFACTS = resolve(ROOT, '.artifacts');

const BUILT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

/** Folder of the built, unpacked extension; an error says how to build it. */
export function extensionFolder(browser: BrowserName): string {
	const folder = resolve(ROOT, BUILT[browser]);
	if (!existsSync(resolve(folder, 'manifest.json'))) {
		throw new Error(`${BUILT[browser]} is not built: run \`npm run build\`.`);
	}
	return folder;
}

/**
 * A service worker is read anew each time it wakes: bytes, as they lie on the disk. The aim is 150,000. What posts on two
 * networks is most of it (156 of 370 kB of source), then the norms that judge what goes by itself (56) and the outbox
 * that keeps order (49). Menus, keys and the word in the address bar took 2.4 kB, exceptions in rules 2.0, warnings by
 * labelers 2.1, pieces of foreign words and groups 0.5, why a host was contacted 0.6; clocks that are wrong, places that
 * contradict each other, changes that overtake or outgrow what they change 1.4, what stands in open pages after an update 0.4.
 */
export const BACKGROUND_LIMIT = 216_000;

export function backgroundBytes(browser: BrowserName): number {
	return statSync(resolve(extensionFolder(browser), 'background.js')).size;
}

export type Manifest = {
	key?: string;
	permissions?: readonly string[];
	browser_specific_settings?: { gecko: { id: string } };
	[other: string]: unknown;
};

/** The manifest as it was built, not as wxt.config.ts describes it. */
export function builtManifest(browser: BrowserName): Manifest {
	return JSON.parse(readFileSync(resolve(extensionFolder(browser), 'manifest.json'), 'utf8'));
}

/**
 * Chromium's id of an extension: the first 16 bytes of the SHA-256 of its public key (DER), written with
 * the letters a to p for 0 to 15. https://developer.chrome.com/docs/extensions/reference/manifest/key
 */
export function chromiumId(key: string): string {
	const hex = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
	return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
