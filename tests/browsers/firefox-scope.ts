import type { Browser } from 'puppeteer-core';

/** Firefox's own window, where its services can be reached (--remote-allow-system-access). */
export type BrowserScope = {
	/** Runs source text there; the value comes back when it is a string, number or boolean. */
	run(source: string): Promise<unknown>;
};

/** Puppeteer's BiDi connection, which it does not publish. `moz:scope` is Firefox's own addition to BiDi. */
type Connection = {
	send(method: string, parameters: object): Promise<{ result: unknown }>;
};

export async function openBrowserScope(browser: Browser): Promise<BrowserScope> {
	const { connection } = browser as unknown as { connection: Connection };
	const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
	const { contexts } = tree.result as { contexts: readonly { context: string; url: string }[] };
	const main = contexts.find(({ url }) => url.endsWith('browser.xhtml'));
	if (!main) throw new Error('Firefox shows no window of its own.');
	return {
		async run(expression) {
			const { result } = await connection.send('script.evaluate', {
				expression,
				target: { context: main.context },
				awaitPromise: true,
			});
			const answer = result as {
				type: string;
				result?: { value?: unknown };
				exceptionDetails?: { text: string };
			};
			if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
			return answer.result?.value;
		},
	};
}
