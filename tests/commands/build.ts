import { type BrowserName, ROOT } from '../browsers/extension';
import { program, runProcess } from './process';

const ARGS: Record<BrowserName, readonly string[]> = {
	chromium: ['build'],
	firefox: ['build', '-b', 'firefox', '--mv3'],
};
const LIMIT_MS = 180_000;

/** Builds the unpacked extension for one browser; throws with the builder's own words. */
export async function buildExtension(browser: BrowserName): Promise<void> {
	const { code, output } = await runProcess(program('wxt'), ARGS[browser], ROOT, LIMIT_MS);
	if (code !== 0) throw new Error(`The build for ${browser} failed:\n${output}`);
}
