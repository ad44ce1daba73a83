import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import directory from '../../lib/charters/directory.json' with { type: 'json' };
import {
	BACKGROUND_LIMIT,
	backgroundBytes,
	builtManifest,
	chromiumId,
	extensionFolder,
	ROOT,
} from '../browsers/extension';
import { HOSTED } from '../fixtures/hosted';

const CSP =
	"default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; " +
	"img-src 'self' blob: https: http://127.0.0.1:* http://localhost:*; " +
	"media-src 'self' blob: https: http://127.0.0.1:* http://localhost:*; " +
	"connect-src 'self' https: wss: http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** What may be asked for, and who may be led to the one page that is open to them. */
const SERVERS = ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'];

/** Addresses that stand in the bundle as names, or as links that a person follows; none is ever requested. */
const NAMED_HOSTS: Readonly<Record<string, string>> = {
	'www.w3.org': 'names of SVG and MathML',
	'x.com': 'links to the original of a post',
	'twitter.com': 'links inside archived posts are compared with it',
	'help.x.com': 'how to ask X for an archive',
	'preactjs.com': 'in error texts of Preact',
	[new URL(HOSTED).host]: 'names the program to servers of this machine, in builds for tests alone',
	'127.0.0.1': 'servers on this machine, in the manifest',
	'plc.directory':
		'the registry of the protocol; asked only for accounts that are named by it (a build setting)',
	'docs.joinmastodon.org': 'what was read of a program: evidence that a person may follow',
	'atproto.com': 'the same',
	'codeberg.org': 'the same',
	'docs.gotosocial.org': 'the same',
	'git.pleroma.social': 'the same',
	'akkoma.dev': 'the same',
	'pkgs.alpinelinux.org': 'the same',
	'opensource.org': 'licences of libraries, in comments',
	'www.apache.org': 'the same',
	'aomedia.org': 'a name in the player of videos',
	localhost: 'the same, and the base that relative addresses are read against',
};

describe.each(['chromium', 'firefox'] as const)('the extension built for %s', (browser) => {
	const folder = extensionFolder(browser);
	const manifest = builtManifest(browser);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		statSync(join(folder, name)).isFile(),
	);
	const scripts = files.filter((name) => name.endsWith('.js'));
	const source = (name: string) => readFileSync(join(folder, name), 'utf8');
	const found = (names: readonly string[], pattern: RegExp) =>
		names.flatMap((name) => [...source(name).matchAll(pattern)].map(([hit]) => `${name}: ${hit}`));

	it('asks for storage, alarms and the window to sign in, and for no website', () => {
		expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms', 'identity']);
		expect(manifest['optional_host_permissions']).toEqual(SERVERS);
		const others = ['host_permissions', 'optional_permissions'];
		const reaching = ['content_scripts', 'externally_connectable'];
		for (const field of [...others, ...reaching]) expect(manifest).not.toHaveProperty(field);
	});

	it('opens one page to others: the one that a server leads back to', () => {
		expect(manifest['web_accessible_resources']).toEqual([
			{ resources: ['signed-in.html'], matches: SERVERS },
		]);
	});

	it('allows encrypted connections and those to this machine, and no code but its own', () => {
		expect(manifest['content_security_policy']).toEqual({ extension_pages: CSP });
	});

	it('is a third version manifest in the languages it promises', () => {
		expect(manifest['manifest_version']).toBe(3);
		expect(manifest['default_locale']).toBe('en');
		for (const language of ['en', 'de'])
			expect(files).toContain(`_locales/${language}/messages.json`);
	});

	it('keeps its background small and in one piece', () => {
		expect(backgroundBytes(browser)).toBeLessThan(BACKGROUND_LIMIT);
		// A service worker cannot import() and an import of a chunk needs a module worker.
		expect(source('background.js')).not.toMatch(/\bimport\s*\(|^import\b/m);
	});

	it('runs no code but its own', () => {
		expect(scripts.length).toBeGreaterThan(1);
		expect(found(scripts, /\beval\s*\(|\bnew Function\b|\bimportScripts\s*\(/g)).toEqual([]);
		expect(found(scripts, /\bimport\s*\(\s*[^`'")\s]/g)).toEqual([]);
	});

	it('names no folder of the machine that built it', () => {
		const texts = files.filter((name) => /\.(js|html|css|json)$/.test(name));
		expect(texts.filter((name) => source(name).includes(ROOT))).toEqual([]);
	});

	it('has pages that load scripts and styles from the extension alone', () => {
		const pages = files.filter((name) => name.endsWith('.html'));
		expect(pages.length).toBeGreaterThan(0);
		for (const name of pages) {
			const loaded = [...source(name).matchAll(/\b(?:src|href)="([^"]+)"/g)].map(
				([, path]) => path,
			);
			expect(loaded.length, name).toBeGreaterThan(0);
			for (const path of loaded) expect(path, name).toMatch(/^\/(?!\/)/);
			expect(source(name), name).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/);
		}
	});

	it('names no host but those on the list', () => {
		const hosts = new Set<string>();
		for (const name of files.filter((file) => /\.(js|html|css|json)$/.test(file))) {
			for (const [, host = ''] of source(name).matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)) {
				hosts.add(host);
			}
		}
		// Pages of the directory are evidence that a person may follow.
		const told = new Set(
			[...JSON.stringify(directory).matchAll(/https:\/\/([^/"]+)/g)].map(([, host]) => host),
		);
		const unknown = [...hosts].filter((host) => !(host in NAMED_HOSTS) && !told.has(host));
		expect(unknown).toEqual([]);
	});
});

describe('the ids that stay', () => {
	it('has one in each browser', () => {
		expect(chromiumId(builtManifest('chromium').key ?? '')).toBe(
			'acmjpdhajohcmehjegbfbamgdencgpnh',
		);
		expect(builtManifest('firefox').browser_specific_settings?.gecko.id).toBe(
			'townsquare@townsquare.example',
		);
	});
});
