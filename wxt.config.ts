import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { InlineConfig } from 'vite';
import { defineConfig } from 'wxt';
import { joined } from './chunks.config';
import { clientDocument } from './client-document.config';
import { slimEmojiNames } from './emoji-names.config';

/**
 * Public half of a key made once for this project and thrown away: it pins the id of unpacked builds.
 * Stores sign with keys of their own.
 */
const KEY =
	'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArUakotfnH6yu7ssI8cOiNDKDvR6enZomBrCtMOkgF2Bme8jRjvNxkZW8Nc9U8G70xSTSkW3gNzU6RIDa95yaWA0tjT0eOkrBWt1uAVXZjD1kGS1LEMBcPGinUMf2fz+vnh0tMD2tcFNBRm+nSPdCmDC0+H+jPOT3xg82XwUBp+sr3OtJegV7XY9SIYvgNHn5ELY6A9oOD7V2P+NYJvsac/UialZ1BhGruXt17v0IEpA6LQLcLcvKPOccxx3PuNyDj8dEAH6FBt5yqxExOXiCWQPsQ7fsoyHGcs98nx9BLxeTHUQoheVOB8cGbWBsstynKW6qZuue+gQKiq6NH8wfiwIDAQAB';

const GECKO_ID = process.env['WXT_GECKO_ID'] || 'townsquare@townsquare.example';

/** `npm run zip`: a store signs with its own key and refuses one in the manifest. What is unpacked stays beside it. */
const IS_PACKAGE = process.env['WXT_PACKAGE'] === 'store';

/**
 * What leaves the machine, by Firefox's names: it is asked at installation. What a person writes, and the secrets of the
 * accounts that it is written with; both to the servers of these accounts alone, and before the first nothing at all.
 * https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent
 */
const SENT = ['authenticationInfo', 'personalCommunications'] as const;

/** Writes the document that AT Protocol servers are to find at the address that the build names: for its host. */
async function writeClientDocument(root: string): Promise<void> {
	const clientId = process.env['WXT_ATPROTO_CLIENT_ID'];
	if (!clientId) return;
	const more = (process.env['WXT_ATPROTO_REDIRECTS'] ?? '').split(/\s+/).filter(Boolean);
	const document = clientDocument({ clientId, chromiumKey: KEY, geckoId: GECKO_ID, more });
	const folder = join(root, '.output', 'client');
	await mkdir(folder, { recursive: true });
	const file = join(folder, basename(new URL(clientId).pathname));
	await writeFile(file, `${JSON.stringify(document, null, '\t')}\n`);
}

/** Servers are encrypted, but for those on this machine. Other schemes of loopback are named: `http:` would be all. */
const LOOPBACK = 'http://127.0.0.1:* http://localhost:*';
const LOOPBACK_SOCKETS = 'ws://127.0.0.1:* ws://localhost:*';

/**
 * Which servers are contacted is the program's own rule: those that the person signs in to or asks for. Nothing of
 * theirs runs here. Without upgrade-insecure-requests, Firefox's default, which breaks servers on loopback.
 */
const CSP = [
	"default-src 'none'",
	"script-src 'self'",
	"worker-src 'self'",
	"style-src 'self'",
	`img-src 'self' blob: https: ${LOOPBACK}`,
	`media-src 'self' blob: https: ${LOOPBACK}`,
	`connect-src 'self' https: wss: ${LOOPBACK} ${LOOPBACK_SOCKETS}`,
	"base-uri 'none'",
	"form-action 'none'",
	// Sites that can have an entry of ours (lib/beside/sites); of our pages they reach one, which does nothing.
	'frame-ancestors https://x.com',
].join('; ');

/**
 * Pages and background speak with the browser itself: the polyfill is as much as a sender, and both browsers answer
 * with promises by now. A listener for messages answers by its third argument there.
 */
function unwrapped({ resolve: { alias = {} } = {} }: InlineConfig): void {
	if (!Array.isArray(alias)) Reflect.deleteProperty(alias, 'wxt/browser');
}

export default defineConfig({
	...(IS_PACKAGE ? { outDir: '.output/store' } : {}),
	zip: {
		artifactTemplate: 'townsquare-{{version}}-{{browser}}.zip',
		sourcesTemplate: 'townsquare-{{version}}-sources.zip',
	},
	imports: false,
	vite: () => ({ plugins: [slimEmojiNames()] }),
	modules: ['@wxt-dev/webextension-polyfill'],
	hooks: {
		'build:done': (wxt) => writeClientDocument(wxt.config.root),
		'vite:build:extendConfig': (entrypoints, config) => {
			if (entrypoints.some(({ name }) => name === 'app')) config.build = joined(config.build);
			unwrapped(config);
			// Every browser that this runs in knows it.
			config.build = { ...config.build, modulePreload: { polyfill: false } };
		},
	},
	manifest: ({ browser }) => ({
		name: '__MSG_extensionName__',
		description: '__MSG_extensionDescription__',
		default_locale: 'en',
		permissions: [
			'storage',
			'unlimitedStorage',
			'alarms',
			'identity',
			// Entries in the menus of pages, links, pictures and marked words.
			'contextMenus',
			// Title, address and marked words of the page that the person looks at, when they press for them.
			'activeTab',
			// To read those words; and the button in composers of others, on the sites that the person switches on.
			'scripting',
		],
		// Asked for when the person wants a backup in their downloads folder every day, or to be told by notifications.
		optional_permissions: ['downloads', 'notifications'],
		omnibox: { keyword: 'ts' },
		commands: {
			open: {
				suggested_key: { default: 'Alt+Shift+O' },
				description: '__MSG_commandOpen__',
			},
			write: {
				suggested_key: { default: 'Alt+Shift+U' },
				description: '__MSG_commandWrite__',
			},
			beside: {
				suggested_key: { default: 'Alt+Shift+Y' },
				description: '__MSG_commandBeside__',
			},
		},
		// Asked for one server at a time, and only where its answers are closed to extensions.
		optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
		web_accessible_resources: [
			// Where a server leads back to after signing in through a tab.
			{
				resources: ['signed-in.html'],
				matches: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
			},
			// The timeline to read over the column of a site that the person wants an entry in. Where the browser can, its
			// address is another in each session, so that a page cannot even ask whether it is there.
			{
				resources: ['framed.html'],
				matches: ['https://x.com/*'],
				...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
			},
		],
		action: { default_title: '__MSG_extensionName__' },
		content_security_policy: { extension_pages: CSP },
		...(browser === 'firefox'
			? {
					browser_specific_settings: {
						gecko: {
							id: GECKO_ID,
							strict_min_version: '140.0',
							data_collection_permissions: { required: [...SENT] },
						},
					},
				}
			: { ...(IS_PACKAGE ? {} : { key: KEY }), minimum_chrome_version: '130' }),
	}),
});
