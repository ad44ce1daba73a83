import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { BrowserName } from './extension';

/** First found wins. Branded Chrome is left out: it ignores --load-extension since version 137. */
const PLACES: Record<BrowserName, readonly (string | undefined)[]> = {
	chromium: [
		process.env['CHROMIUM'],
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/snap/bin/chromium',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
	],
	firefox: [
		process.env['FIREFOX'],
		'/usr/bin/firefox-esr',
		'/usr/bin/firefox',
		'/Applications/Firefox.app/Contents/MacOS/firefox',
	],
};
const PACKAGE: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Scripts of the sample and the test archives, and emoji: 25 MB. Without them texts are boxes. */
const FONTS: Readonly<Record<string, string>> = {
	'fonts-noto-color-emoji': '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
	'fonts-noto-core': '/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf',
	'fonts-droid-fallback': '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
};

/** Path of the browser's program. Throws with the sentence that says what to install. */
export function browserProgram(browser: BrowserName): string {
	const found = installed(browser);
	if (found) return found;
	throw new Error(
		`${browser === 'chromium' ? 'Chromium' : 'Firefox'} was not found. Install it ` +
			`(Debian: \`apt-get install ${PACKAGE[browser]}\`) or name its program in ${browser.toUpperCase()}=/path.`,
	);
}

/** Installs from Debian's packages what is missing, when this is Debian and we may; otherwise says what to do. */
export function ensureBrowsers(browsers: readonly BrowserName[]): void {
	const missing = browsers.filter((browser) => !installed(browser)).map((name) => PACKAGE[name]);
	if (onDebianAsRoot()) {
		const fonts = Object.keys(FONTS).filter((name) => !existsSync(FONTS[name] ?? ''));
		if (missing.length + fonts.length > 0) apt([...missing, ...fonts]);
	}
	for (const browser of browsers) browserProgram(browser);
}

/** For the certificate of the proxy. Installed from Debian's packages when this is Debian and we may. */
export function ensureOpenssl(): void {
	const isThere = () => spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0;
	if (isThere()) return;
	if (onDebianAsRoot()) apt(['openssl']);
	if (!isThere())
		throw new Error('openssl was not found. Install it (Debian: `apt-get install openssl`).');
}

function installed(browser: BrowserName): string | undefined {
	return PLACES[browser].find((path) => path !== undefined && existsSync(path));
}

function onDebianAsRoot(): boolean {
	const release = '/etc/os-release';
	if (process.getuid?.() !== 0 || !existsSync(release)) return false;
	return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync(release, 'utf8'));
}

/** A refusal is not fatal here: whoever needs the browser finds out, with a sentence. Fonts are only looks. */
function apt(packages: readonly string[]): void {
	console.log(`Installing ${packages.join(', ')} (apt-get) …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const steps = [
		['update', '-qq'],
		['install', '-y', '-qq', '--no-install-recommends', ...packages],
	];
	for (const args of steps) {
		const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
		if (status !== 0) console.error(`apt-get ${args[0]} ended with ${status}.`);
	}
}
