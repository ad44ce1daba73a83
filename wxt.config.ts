import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { defineConfig } from 'wxt';
import { clientDocument } from './client-document.config';

/**
 * Public half of a key made once for this project and thrown away: it pins the id of unpacked builds.
 * Stores sign with keys of their own.
 */
const KEY =
	'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArUakotfnH6yu7ssI8cOiNDKDvR6enZomBrCtMOkgF2Bme8jRjvNxkZW8Nc9U8G70xSTSkW3gNzU6RIDa95yaWA0tjT0eOkrBWt1uAVXZjD1kGS1LEMBcPGinUMf2fz+vnh0tMD2tcFNBRm+nSPdCmDC0+H+jPOT3xg82XwUBp+sr3OtJegV7XY9SIYvgNHn5ELY6A9oOD7V2P+NYJvsac/UialZ1BhGruXt17v0IEpA6LQLcLcvKPOccxx3PuNyDj8dEAH6FBt5yqxExOXiCWQPsQ7fsoyHGcs98nx9BLxeTHUQoheVOB8cGbWBsstynKW6qZuue+gQKiq6NH8wfiwIDAQAB';

const GECKO_ID = 'townsquare@townsquare.example';

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
	"frame-ancestors 'none'",
].join('; ');

export default defineConfig({
	imports: false,
	modules: ['@wxt-dev/webextension-polyfill'],
	hooks: { 'build:done': (wxt) => writeClientDocument(wxt.config.root) },
	manifest: ({ browser }) => ({
		name: '__MSG_extensionName__',
		description: '__MSG_extensionDescription__',
		default_locale: 'en',
		permissions: ['storage', 'unlimitedStorage', 'alarms', 'identity'],
		// Asked for one server at a time, and only where its answers are closed to extensions.
		optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
		web_accessible_resources: [
			// Where a server leads back to after signing in through a tab.
			{
				resources: ['signed-in.html'],
				matches: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
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
							data_collection_permissions: { required: ['none'] },
						},
					},
				}
			: { key: KEY, minimum_chrome_version: '130' }),
	}),
});
