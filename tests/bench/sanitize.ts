import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { launchChromium } from '../browsers/chromium';
import { servePage } from '../browsers/page-server';
import type { SanitizeBench } from './sanitize-entry';

export const small = { n: '2000', runs: '3' };

const PROVOKED = '/provoked';

type InPage = { bench: SanitizeBench };

/**
 * `--n` posts of HTML to elements in Chromium, by our text and drawing and, side by side, by DOMPurify with an
 * allowlist and innerHTML; the middle of `--runs`. Then every attack is drawn as a post, and one put in unsafely
 * to see that an execution and a request would have been noticed.
 */
export async function run(options: Readonly<Record<string, string>>): Promise<object> {
	const n = Number(options['n'] ?? 10_000);
	const runs = Number(options['runs'] ?? 5);
	const server = await servePage('tests/bench/sanitize-entry.tsx');
	// A browser that does not start leaves nothing behind that would keep the bench alive.
	const chromium = await launchChromium({ bare: true }).catch(async (error: unknown) => {
		await server.close();
		throw error;
	});
	const { page } = chromium;
	const evil = await listen();
	try {
		await page.goto(server.url);
		await measure(page, Math.min(n, 1000));
		const measured = [];
		for (let i = 0; i < runs; i++) measured.push(await measure(page, n));
		const drawn = await page.evaluate(
			(host) => (globalThis as unknown as InPage).bench.attack(host),
			evil.host,
		);
		// Comes last and is noticed last, so whatever the attacks started has been noticed by then.
		await provoke(page, evil.host);
		const executions = (await executionsOf(page)) - 1;
		const foreignRequests = evil.asked.filter((path) => path !== PROVOKED).length;
		return {
			n,
			ratioToDompurify: round(middle(measured.map(({ ours, dompurify }) => ours / dompurify)), 3),
			oursMicrosPerPost: round((middle(measured.map(({ ours }) => ours)) * 1000) / n, 1),
			dompurifyMicrosPerPost: round((middle(measured.map((m) => m.dompurify)) * 1000) / n, 1),
			textMicrosPerPost: round((middle(measured.map(({ textMs }) => textMs)) * 1000) / n, 1),
			charactersPerPost: round((measured[0]?.characters ?? 0) / n, 0),
			attacks: drawn.attacks,
			executions,
			foreignRequests,
			foreignMarks: drawn.foreign,
		};
	} finally {
		await chromium.close();
		await server.close();
		await evil.close();
	}
}

function measure(page: Page, n: number) {
	return page.evaluate((count) => (globalThis as unknown as InPage).bench.measure(count), n);
}

function executionsOf(page: Page): Promise<number> {
	return page.evaluate(() => (globalThis as unknown as InPage).bench.executions());
}

/** Fails, by time, when an execution or a request would not be noticed. */
async function provoke(page: Page, host: string): Promise<void> {
	const asked = page.waitForResponse((response) => response.url().endsWith(PROVOKED));
	const before = await executionsOf(page);
	await page.evaluate(
		(url) => (globalThis as unknown as InPage).bench.provoke(url),
		`http://${host}${PROVOKED}`,
	);
	await asked;
	await page.waitForFunction(
		(count) => (globalThis as unknown as InPage).bench.executions() > count,
		before,
	);
}

/** The host of the attacks: answers everything and notes what was asked. */
async function listen() {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.writeHead(204).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function middle(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number, digits: number): number {
	return Math.round(value * 10 ** digits) / 10 ** digits;
}
