import { defineConfig } from 'wxt';

/**
 * Public half of a key made once for this project and thrown away: it pins the id of unpacked builds.
 * Stores sign with keys of their own.
 */
const KEY =
	'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArUakotfnH6yu7ssI8cOiNDKDvR6enZomBrCtMOkgF2Bme8jRjvNxkZW8Nc9U8G70xSTSkW3gNzU6RIDa95yaWA0tjT0eOkrBWt1uAVXZjD1kGS1LEMBcPGinUMf2fz+vnh0tMD2tcFNBRm+nSPdCmDC0+H+jPOT3xg82XwUBp+sr3OtJegV7XY9SIYvgNHn5ELY6A9oOD7V2P+NYJvsac/UialZ1BhGruXt17v0IEpA6LQLcLcvKPOccxx3PuNyDj8dEAH6FBt5yqxExOXiCWQPsQ7fsoyHGcs98nx9BLxeTHUQoheVOB8cGbWBsstynKW6qZuue+gQKiq6NH8wfiwIDAQAB';

/** Nothing leaves the machine: no connection but to the extension's own files is possible at all. */
const CSP = [
	"default-src 'none'",
	"script-src 'self'",
	"worker-src 'self'",
	"style-src 'self'",
	"img-src 'self' blob:",
	"media-src 'self' blob:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

export default defineConfig({
	imports: false,
	modules: ['@wxt-dev/webextension-polyfill'],
	manifest: ({ browser }) => ({
		name: '__MSG_extensionName__',
		description: '__MSG_extensionDescription__',
		default_locale: 'en',
		permissions: ['storage', 'unlimitedStorage', 'alarms'],
		action: { default_title: '__MSG_extensionName__' },
		content_security_policy: { extension_pages: CSP },
		...(browser === 'firefox'
			? {
					browser_specific_settings: {
						gecko: {
							id: 'townsquare@townsquare.example',
							strict_min_version: '140.0',
							data_collection_permissions: { required: ['none'] },
						},
					},
				}
			: { key: KEY, minimum_chrome_version: '130' }),
	}),
});
