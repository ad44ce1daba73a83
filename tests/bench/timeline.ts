import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { type Chromium, launchChromium } from '../browsers/chromium';
import { extensionFolder } from '../browsers/extension';
import { paint, servePictures } from './pictures-page';
import { plant } from './timeline-posts';

export const small = { n: '3000', rounds: '2', scroll: '500' };

const FIFTY = 50;
/** Posts that are stored by one call. */
const PLANTED = 10_000;
/** Whoever needs longer for the list is stopped, and says how far it came. */
const MOST_SCROLL_MS = 240_000;
const STEPS = 100;
/** Pixels a frame: a post is some 250 high, so fast that nobody reads, and slow enough to be drawn. */
const STRIDE = 900;

type Scrolling = { posts: number; stride: number; most: number };
type Scrolled = {
	p95FrameMs: number;
	blankFrames: number;
	maxNodes: number;
	frames: number;
	posts: number;
};

/**
 * `--n` live posts in the store; how long a new tab takes to the first and to fifty posts, and what scrolling over
 * `--scroll` of them costs, beside a frozen page (timeline-floor.ts) of the same extension in the same browser.
 */
export async function run(options: Readonly<Record<string, string>>): Promise<object> {
	const n = Number(options['n'] ?? 100_000);
	const rounds = Number(options['rounds'] ?? 7);
	const scroll = Number(options['scroll'] ?? 10_000);
	const folder = await withFloor();
	const pictures = await servePictures();
	const chromium = await launchChromium({ extension: folder });
	try {
		await chromium.open('#/settings');
		await chromium.page.getByRole('heading', { name: 'Settings' }).waitFor();
		pictures.serve(await chromium.page.evaluate(paint));
		await planted(chromium.page, n, pictures.url);
		const ours: number[][] = [];
		const floors: number[][] = [];
		for (let i = 0; i <= rounds; i++) {
			console.log(`opening, round ${i} of ${rounds}`);
			const floor = await opened(chromium, 'floor.html', FIFTY);
			const first = await opened(chromium, 'app.html#/', 1);
			const fifty = await opened(chromium, 'app.html#/', FIFTY);
			// The first round warms the caches of the disk and is not counted.
			if (i > 0) {
				floors.push([floor]);
				ours.push([first, fifty]);
			}
		}
		const floorMs = middle(floors.map(([ms = 0]) => ms));
		const firstPostMs = middle(ours.map(([ms = 0]) => ms));
		const fiftyMs = middle(ours.map(([, ms = 0]) => ms));
		console.log(`scrolling over ${scroll} posts of the floor`);
		const floorScroll = await scrolled(chromium, 'floor.html', scroll);
		console.log(`scrolling over ${scroll} posts`);
		const scrolling = await scrolled(chromium, 'app.html#/', scroll);
		return {
			n,
			firstPostMs: round(firstPostMs),
			firstPostRatio: round(firstPostMs / floorMs),
			fiftyMs: round(fiftyMs),
			fiftyRatio: round(fiftyMs / floorMs),
			floorMs: round(floorMs),
			p95FrameMs: scrolling.p95FrameMs,
			floorP95FrameMs: floorScroll.p95FrameMs,
			scrolled: scrolling.posts,
			frames: scrolling.frames,
			blankFrames: scrolling.blankFrames,
			maxNodes: scrolling.maxNodes,
			stepMs: round(await stepped(chromium)),
		};
	} finally {
		await chromium.close();
		pictures.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The built extension with the floor's page beside its own. */
async function withFloor(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'townsquare-timeline-'));
	cpSync(extensionFolder('chromium'), folder, { recursive: true });
	await build({
		configFile: false,
		logLevel: 'error',
		build: {
			outDir: folder,
			emptyOutDir: false,
			target: 'es2023',
			rolldownOptions: {
				input: 'tests/bench/timeline-floor.ts',
				output: { entryFileNames: 'floor.js' },
			},
		},
	});
	writeFileSync(
		join(folder, 'floor.html'),
		'<!doctype html><meta charset="utf-8"><title>Floor</title><script type="module" src="floor.js"></script>',
	);
	return folder;
}

/** Fills the database a part at a time: one call for all would show nothing for minutes. */
async function planted(page: Page, n: number, pictures: string): Promise<void> {
	for (let from = 0; from < n; from += PLANTED) {
		await page.evaluate(plant, { from, to: Math.min(n, from + PLANTED), pictures });
		console.log(`${Math.min(n, from + PLANTED)} of ${n} posts are stored`);
	}
}

/** A new tab that begins with the newest posts, wherever the one before left off: the floor keeps no place either. */
async function atTheNewest({ context, page }: Chromium): Promise<Page> {
	await page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('townsquare');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const tx = db.transaction('settings', 'readwrite');
		tx.objectStore('settings').delete('place');
		await new Promise<void>((resolve, reject) => {
			tx.oncomplete = () => resolve();
			tx.onerror = () => reject(tx.error);
		});
		db.close();
	});
	return context.newPage();
}

/** Milliseconds from the beginning of a new tab's navigation until so many posts are painted. */
async function opened(chromium: Chromium, path: string, posts: number): Promise<number> {
	const page = await atTheNewest(chromium);
	const { origin } = chromium;
	await page.addInitScript((wanted) => {
		const there = () => {
			const rows = [...document.querySelectorAll<HTMLElement>('[data-index]')];
			// Whoever scrolls in large steps may pass the one that is waited for.
			if (rows.length > 0)
				return rows.some(
					(row) => Number(row.dataset['index']) >= wanted - 1 && row.querySelector('article'),
				);
			return document.querySelectorAll('article').length >= wanted;
		};
		const look = () => {
			if (there()) {
				requestAnimationFrame(() => performance.mark('bench:painted'));
				return;
			}
			// A windowed list draws what is near the window: whoever wants the fiftieth scrolls there.
			if (wanted > 1 && document.querySelector('article')) window.scrollBy(0, 1500);
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	}, posts);
	await page.goto(`${origin}/${path}`);
	await page.waitForFunction(() => performance.getEntriesByName('bench:painted').length > 0);
	const ms = await page.evaluate(
		() => performance.getEntriesByName('bench:painted')[0]?.startTime ?? Number.NaN,
	);
	await page.close();
	return ms;
}

async function scrolled(chromium: Chromium, path: string, posts: number): Promise<Scrolled> {
	const page = await atTheNewest(chromium);
	const { origin } = chromium;
	await page.goto(`${origin}/${path}`);
	await page.locator('article').first().waitFor();
	const result = await page.evaluate(scrollOver, { posts, stride: STRIDE, most: MOST_SCROLL_MS });
	await page.close();
	return result;
}

/** In the page. A frame is blank when nothing of a post is drawn where posts belong. */
function scrollOver({ posts, stride, most }: Scrolling): Promise<Scrolled> {
	const feed = document.querySelector('[role=feed]') ?? document.body;
	const left = feed.getBoundingClientRect().left + feed.clientWidth / 2;
	const frames: number[] = [];
	let blankFrames = 0;
	let maxNodes = 0;
	const begun = performance.now();
	let last = begun;
	const isBlank = () =>
		[0.3, 0.5, 0.7].every((part) => {
			const there = document.elementFromPoint(left, window.innerHeight * part);
			return !there?.closest('article');
		});
	const covered = () => {
		const rows = [...document.querySelectorAll<HTMLElement>('[data-index]')];
		const newest = Math.max(0, ...rows.map((row) => Number(row.dataset['index'])));
		return rows.length === 0 ? frames.length * 4 : newest;
	};
	return new Promise((resolve) => {
		const frame = (now: number) => {
			frames.push(now - last);
			last = now;
			if (document.querySelector('[role=feed]') && isBlank()) blankFrames += 1;
			maxNodes = Math.max(maxNodes, document.getElementsByTagName('*').length);
			const end = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
			const over = covered();
			if (over >= posts || now - begun > most) {
				const sorted = frames.slice(5).sort((a, b) => a - b);
				const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
				resolve({
					p95FrameMs: Math.round(p95 * 10) / 10,
					blankFrames,
					maxNodes,
					frames: frames.length,
					posts: over,
				});
				return;
			}
			// The floor's one page is gone over again and again.
			window.scrollTo(0, end && rowsAreFew() ? 0 : window.scrollY + stride);
			requestAnimationFrame(frame);
		};
		const rowsAreFew = () => document.querySelector('[role=feed]') === null;
		requestAnimationFrame(frame);
	});
}

/** One press of j: from the key to the focus on the next post; the middle of many. */
async function stepped(chromium: Chromium): Promise<number> {
	const page = await atTheNewest(chromium);
	const { origin } = chromium;
	await page.goto(`${origin}/app.html#/`);
	await page.locator('article').first().waitFor();
	const times: number[] = [];
	for (let i = 0; i < STEPS; i++) times.push(await step(page));
	await page.close();
	return middle(times);
}

function step(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const start = performance.now();
				const moved = () => resolve(performance.now() - start);
				document.addEventListener('focusin', moved, { once: true, capture: true });
				setTimeout(moved, 2000);
				(document.activeElement ?? document.body).dispatchEvent(
					new KeyboardEvent('keydown', { key: 'j', bubbles: true }),
				);
			}),
	);
}

function middle(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
