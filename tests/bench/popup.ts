import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { type Chromium, launchChromium } from '../browsers/chromium';
import { extensionFolder } from '../browsers/extension';
import { plant, storedFor } from './popup-page';

export const small = { rounds: '3', keys: '10' };

const PLACES = 5;
/** What a popup may be large. CSS pixels. */
const SIZE = { width: 420, height: 600 };
/** Longer than any of the places takes, so that each further letter changes what they say. */
const TEXT =
	`The election was a feast. #alttext https://example.org ${'more words '.repeat(45)}`.trim();

/**
 * How long the popup takes, from the beginning of its navigation, until the draft that was written last stands in the
 * box and "Post" is in view (`--rounds` openings, beside a frozen page of the same extension), and how long each of
 * `--keys` keys takes until what five communities with forty rules each say of the text is painted.
 */
export async function run(options: Readonly<Record<string, string>>): Promise<object> {
	const rounds = Number(options['rounds'] ?? 20);
	const keys = Number(options['keys'] ?? 100);
	const folder = await withFloor();
	const chromium = await launchChromium({ extension: folder });
	try {
		await chromium.open('#/settings');
		await chromium.page.getByRole('heading', { name: 'Settings' }).waitFor();
		await chromium.page.evaluate(plant, storedFor(TEXT, PLACES, Date.now()));
		const floors: number[] = [];
		const ours: number[] = [];
		for (let i = 0; i <= rounds; i++) {
			const floor = await opened(chromium, 'popup-floor.html');
			const popup = await opened(chromium, 'popup.html');
			// The first round warms the caches of the disk and is not counted.
			if (i > 0) {
				floors.push(floor);
				ours.push(popup);
			}
		}
		const typed = await typedIn(chromium, keys);
		return {
			openP50Ms: at(ours, 0.5),
			openP95Ms: at(ours, 0.95),
			openFloorP50Ms: at(floors, 0.5),
			openFloorP95Ms: at(floors, 0.95),
			openLimitMs: 100,
			keyP50Ms: at(typed, 0.5),
			keyP95Ms: at(typed, 0.95),
			keyLimitMs: 50,
		};
	} finally {
		await chromium.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The built extension with the floor's page beside its own. */
async function withFloor(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'townsquare-popup-'));
	cpSync(extensionFolder('chromium'), folder, { recursive: true });
	await build({
		configFile: false,
		logLevel: 'error',
		build: {
			outDir: folder,
			emptyOutDir: false,
			target: 'es2023',
			rolldownOptions: {
				input: 'tests/bench/popup-floor.ts',
				output: { entryFileNames: 'popup-floor.js' },
			},
		},
	});
	writeFileSync(
		join(folder, 'popup-floor.html'),
		'<!doctype html><meta charset="utf-8"><title>Floor</title><script type="module" src="popup-floor.js"></script>',
	);
	return folder;
}

/** Milliseconds from the beginning of a new page's navigation until the draft and the button are painted. */
async function opened({ context, origin }: Chromium, path: string): Promise<number> {
	const page = await context.newPage();
	await page.setViewportSize(SIZE);
	await page.addInitScript((text) => {
		const isInView = (button: Element | null) => {
			const { top = 0, bottom = 0 } = button?.getBoundingClientRect() ?? {};
			return bottom > top && bottom <= window.innerHeight;
		};
		const look = () => {
			const box = document.querySelector('textarea');
			if (box?.value === text && isInView(document.querySelector('[type=submit]')))
				requestAnimationFrame(() => performance.mark('bench:painted'));
			else requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	}, TEXT);
	await page.goto(`${origin}/${path}`);
	await page.waitForFunction(() => performance.getEntriesByName('bench:painted').length > 0);
	const ms = await page.evaluate(
		() => performance.getEntriesByName('bench:painted')[0]?.startTime ?? Number.NaN,
	);
	await page.close();
	return ms;
}

/** Milliseconds of each key, from when the browser took it until the verdicts that it changes are painted. */
async function typedIn({ context, origin }: Chromium, keys: number): Promise<number[]> {
	const page = await context.newPage();
	await page.setViewportSize(SIZE);
	await page.goto(`${origin}/popup.html`);
	// The norms come after the box.
	await page.locator('.verdicts').waitFor();
	await page.locator('textarea').first().focus();
	const times: number[] = [];
	for (let i = 0; i < keys; i++) times.push(await key(page));
	await page.close();
	return times;
}

async function key(page: Page): Promise<number> {
	await page.evaluate(() => {
		const said = () => document.querySelector('.verdicts')?.textContent;
		const before = said();
		const taken = { at: 0 };
		document.addEventListener('keydown', (event) => (taken.at = event.timeStamp), {
			once: true,
			capture: true,
		});
		const painted = new Promise<number>((resolve) => {
			const observer = new MutationObserver(() => {
				if (said() === before) return;
				observer.disconnect();
				// A message that is sent in a frame comes after it.
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now() - taken.at);
					port2.postMessage(undefined);
				});
			});
			observer.observe(document.body, { subtree: true, childList: true, characterData: true });
		});
		Object.assign(globalThis, { painted });
	});
	await page.keyboard.press('x');
	return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
}

function at(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	return Math.round((value ?? Number.NaN) * 10) / 10;
}
