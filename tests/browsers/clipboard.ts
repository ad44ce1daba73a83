import type { Chromium } from './chromium';
import type { Firefox } from './firefox';

/** What is on the clipboard, in a page that the person allows to read it: the types of its pictures, then its words. */
export async function chromiumClipboard({ context, page }: Chromium): Promise<readonly string[]> {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const front = context.pages().at(-1) ?? page;
	return front.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const types = item?.types ?? [];
		const words = types.includes('text/plain') ? await item?.getType('text/plain') : undefined;
		return [
			...types.filter((type) => type !== 'text/plain'),
			...(words ? [await words.text()] : []),
		];
	});
}

/** The words alone, by Firefox itself: pages are asked about each look, and without a display it keeps no pictures. */
export async function firefoxClipboard({ scope }: Firefox): Promise<readonly string[]> {
	return [String(await scope.run(WORDS))];
}

const WORDS = `{
	const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
	transferable.init(null);
	transferable.addDataFlavor('text/plain');
	Services.clipboard.getData(transferable, Ci.nsIClipboard.kGlobalClipboard);
	const data = {};
	transferable.getTransferData('text/plain', data);
	data.value.QueryInterface(Ci.nsISupportsString).data;
}`;
