import { type BrowserName, ROOT } from '../browsers/extension';
import { HOSTED } from '../fixtures/hosted';
import { program, runProcess } from './process';

const ARGS: Record<BrowserName, readonly string[]> = {
	chromium: ['build'],
	firefox: ['build', '-b', 'firefox', '--mv3'],
};
const LIMIT_MS = 180_000;

/**
 * Builds the unpacked extension for one browser. For servers of this machine, which find the program's document where
 * `HOSTED` says; or for those of the world, which never could, so that what the environment names is left as it is.
 * Throws with the builder's own words.
 */
export async function buildExtension(
	browser: BrowserName,
	servers: 'here' | 'world' = 'here',
): Promise<void> {
	const { code, output } = await runProcess(
		program('wxt'),
		ARGS[browser],
		ROOT,
		LIMIT_MS,
		undefined,
		servers === 'here' ? { WXT_ATPROTO_CLIENT_ID: HOSTED } : {},
	);
	if (code !== 0) throw new Error(`The build for ${browser} failed:\n${output}`);
}
