import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WITH_NAVIGATION } from '../../lib/beside';
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
	"base-uri 'none'; form-action 'none'; frame-ancestors https://x.com";
/** Scripts that run in pages of others, by choice: bytes. */
const IN_PAGES = { 'also.js': 6000, 'entry.js': 8000 } as const;
/** What may be asked for, and who may be led to the one page that is open to them. */
const SERVERS = ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'];

const IN_BOTH = [
	['storage', 'what waits for the composer, in memory; settings'],
	['unlimitedStorage', 'archives have gigabytes, and the browser shall not throw them away'],
	['alarms', 'to ask for news, and to send what waits'],
	['identity', 'the window to sign in'],
	['contextMenus', 'to post a page, a link, a picture or marked words from their menu'],
	['activeTab', 'title and address of the page that the person looks at, when they press for it'],
	[
		'scripting',
		'words that are marked there; the button in composers of sites that are switched on',
	],
] as const;
/** What it asks for when it is installed, each with its reason. */
const PERMISSIONS = {
	chromium: [
		...IN_BOTH,
		['sidePanel', 'the timeline beside a page; Firefox has it without asking'],
	],
	firefox: IN_BOTH,
} as const;

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

	it('asks for what each part needs, and for no website', () => {
		expect(manifest.permissions).toEqual(PERMISSIONS[browser].map(([permission]) => permission));
		expect(manifest['optional_host_permissions']).toEqual(SERVERS);
		// A backup every day, and to be told of what needs the person, where that is wished for.
		expect(manifest['optional_permissions']).toEqual(['downloads', 'notifications']);
		const reaching = ['host_permissions', 'content_scripts', 'externally_connectable'];
		for (const field of reaching) expect(manifest).not.toHaveProperty(field);
	});

	it('has keys, a word for the address bar and a page for the side of the window', () => {
		expect(Object.keys(manifest['commands'] ?? {})).toEqual(['open', 'write', 'beside']);
		expect(manifest['omnibox']).toEqual({ keyword: 'ts' });
		if (browser === 'chromium')
			expect(manifest['side_panel']).toEqual({ default_path: 'sidepanel.html' });
		else
			expect(manifest['sidebar_action']).toMatchObject({
				default_panel: 'sidepanel.html',
				open_at_install: false,
			});
	});

	it('opens two pages to others: where a server leads back to, and what is read in a frame of certain sites', () => {
		const sites = WITH_NAVIGATION.map((host) => `https://${host}`);
		expect(manifest['web_accessible_resources']).toEqual([
			{ resources: ['signed-in.html'], matches: SERVERS },
			{
				resources: ['framed.html'],
				matches: sites.map((site) => `${site}/*`),
				// Firefox does not know it: there each installation has an address of its own.
				...(browser === 'chromium' && { use_dynamic_url: true }),
			},
		]);
		expect(CSP.endsWith(`; frame-ancestors ${sites.join(' ')}`)).toBe(true);
	});

	it('weighs little in pages of others', () => {
		for (const [name, limit] of Object.entries(IN_PAGES))
			expect(statSync(join(folder, name)).size, name).toBeLessThan(limit);
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
