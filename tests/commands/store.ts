import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { launchChromium } from '../browsers/chromium';
import { chromiumScreen, chromiumWindow } from '../browsers/chromium-screen';
import { ROOT } from '../browsers/extension';
import { ensureBrowsers } from '../browsers/install';
import { startProxy } from '../browsers/proxy';
import type { Screen } from '../browsers/screen';
import { buildExtension } from './build';
import { type Demo, startDemo } from './demo';
import { sampleArchive } from './sample';
import { importSample, settle } from './tour';
import { writeForAll } from './tour-writing';

/** What both stores show without cutting. https://developer.chrome.com/docs/webstore/images */
const SIZE = [1280, 800] as const;
const PICTURES = resolve(ROOT, '.output/store/pictures');
const README = resolve(ROOT, 'store/pictures');
const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
/** So many write before, so that all places are in the picture. */
const WRITTEN = 4;
const PATIENCE_MS = 20_000;
/** Of the English ones, what the README shows. */
const IN_README = ['1-timeline', '2-composer', '6-timeline-dark'] as const;

/** `npm run store`: pictures for the stores' listings and the README, of the built extension and the demo's servers. */
export async function run(): Promise<number> {
	ensureBrowsers(['chromium']);
	await buildExtension('chromium', 'here');
	const gateway = await startProxy();
	const demo = await startDemo(console.log);
	const chromium = await launchChromium({ gateway });
	const screen = chromiumScreen(chromium);
	try {
		await importSample(screen, await sampleArchive(), console.log);
		const window = (timeoutMs?: number) => chromiumWindow(chromium, timeoutMs);
		await demo.signIn({ ...chromium, screen, window });
		await screen.size(...SIZE);
		await writeForAll(screen, demo);
		for (let n = 0; n < WRITTEN; n++) demo.write();
		const draft = await screen.evaluate(() => location.hash, null);
		for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])
			await take(screen, demo, draft, language);
	} finally {
		await chromium.close();
		await demo.stop();
		await gateway.close();
	}
	mkdirSync(README, { recursive: true });
	for (const name of IN_README)
		copyFileSync(
			join(PICTURES, 'en', `${name}.png`),
			join(README, `${name.replace(/^\d-/, '')}.png`),
		);
	console.log(`${relative(ROOT, PICTURES)} and ${relative(ROOT, README)}`);
	return 0;
}

async function take(
	screen: Screen,
	demo: Demo,
	draft: string,
	language: keyof typeof LANGUAGES,
): Promise<void> {
	const folder = join(PICTURES, language);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const picture = async (name: string, route: string, role: string) => {
		await screen.open(route);
		await screen.see(role);
		await screen.evaluate(arrive, PATIENCE_MS);
		await settle(screen);
		await screen.picture(join(folder, `${name}.png`));
	};
	await screen.open('#/settings');
	await screen.click('radio', LANGUAGES[language]);
	await screen.click('radio', /^(Light|Hell)$/);
	await picture('1-timeline', '#/', 'article');
	await picture('2-composer', draft, 'list');
	await picture('3-search', `#/search?q=${encodeURIComponent('bread')}`, 'article');
	await picture('4-archive', '#/archive', 'heading');
	await picture('5-who-runs-it', `#/server/${encodeURIComponent(demo.square.domain)}`, 'term');
	await screen.open('#/settings');
	await screen.click('radio', /^(Dark|Dunkel)$/);
	await picture('6-timeline-dark', '#/', 'article');
}

/** Waits for what is being loaded, shows what is new, and who runs a place where that is told. */
async function arrive(patience: number): Promise<void> {
	const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const since = performance.now();
	for (let calm = since; performance.now() - calm < 1000; await drawn()) {
		const pill = document.querySelector<HTMLElement>('button.pill');
		if (pill || document.querySelector('.gap-row')) calm = performance.now();
		pill?.click();
		if (performance.now() - since > patience) throw new Error('It does not come to rest.');
	}
	document.querySelector('.charter')?.scrollIntoView();
	window.scrollBy(0, document.querySelector('.charter') ? -64 : 0);
	(document.activeElement as HTMLElement | null)?.blur();
}
