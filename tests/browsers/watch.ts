/** What a browser said and asked for while a test ran. */
export type Watch = {
	/** Errors of the console, uncaught errors and unhandled rejections, one line each. */
	errors: string[];
	/** Everything that was written to any console, errors included: canaries are looked for here. */
	console: string[];
	/** Addresses that are not the extension's own. */
	foreign: string[];
};

export function newWatch(): Watch {
	return { errors: [], console: [], foreign: [] };
}

/** Schemes that never leave the browser. */
const LOCAL = /^(chrome-extension|moz-extension|blob|data|about|chrome|resource|devtools):/;

/** The end of a sign-in: an address that the browser keeps to itself and hands to the extension. */
const LEADS_BACK =
	/^https:\/\/([a-p]{32}\.chromiumapp\.org|[0-9a-f]{40}\.extensions\.allizom\.org)\//;

/** Notes the address when it leads out of the extension. */
export function noteRequest(watch: Watch, url: string): void {
	if (!LOCAL.test(url) && !LEADS_BACK.test(url)) watch.foreign.push(url);
}

/** Notes a line of a console; `kind` as the browser names it. */
export function noteConsole(watch: Watch, kind: string, text: string): void {
	watch.console.push(text);
	if (kind === 'error' || kind === 'assert') watch.errors.push(`console.${kind}: ${text}`);
}
