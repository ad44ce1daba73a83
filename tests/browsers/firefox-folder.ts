import type { ElementHandle } from 'puppeteer-core';
import type { Firefox } from './firefox';
import { WAIT_MS } from './screen';

const LOOK_AGAIN_MS = 50;
const PRESS_AGAIN_MS = 2_000;

/**
 * Chooses a folder in the folder input that `find` finds. BiDi's setFiles refuses folders, so for a moment Firefox's
 * file dialog is replaced by one that answers at once, and its question "upload all files?" is answered with yes. The
 * click that opens them is a real one: where the page was drawn anew under it, it is made again, as a person would.
 */
export async function pickFolder(
	firefox: Firefox,
	find: () => Promise<ElementHandle<Element>>,
	folder: string,
): Promise<void> {
	const was = (what: 'opened' | 'answered', ms: number) =>
		comes(() => firefox.scope.run(`townsquareDialogs.${what}`), ms);
	await firefox.scope.run(answerDialogsWith(folder));
	try {
		const end = Date.now() + WAIT_MS;
		do {
			if (Date.now() > end) throw new Error('No press opened the folder dialog.');
			await press(await find());
		} while (!(await was('opened', PRESS_AGAIN_MS)));
		if (!(await was('answered', WAIT_MS))) throw new Error('Firefox did not ask about the folder.');
	} finally {
		await firefox.scope.run('townsquareDialogs.restore(); true');
	}
}

async function press(input: ElementHandle<Element>): Promise<void> {
	const label = await input.evaluateHandle((element) => (element as HTMLInputElement).labels?.[0]);
	await ((label.asElement() as ElementHandle<Element> | null) ?? input).click();
}

async function comes(look: () => Promise<unknown>, ms: number): Promise<boolean> {
	for (const end = Date.now() + ms; Date.now() < end; ) {
		if (await look()) return true;
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
	return false;
}

/** As much of nsIFilePicker as a folder input asks for, and a finger on the first button of the question. */
function answerDialogsWith(folder: string): string {
	return `{
		const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
		const replaced = [];
		const replace = (contract, name, object) => {
			const original = registrar.contractIDToCID(contract);
			const id = Components.ID(Services.uuid.generateUUID().toString());
			const instance = { QueryInterface: ChromeUtils.generateQI([name]), ...object };
			const factory = {
				QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
				createInstance: (iid) => instance.QueryInterface(iid),
			};
			registrar.registerFactory(id, '', contract, factory);
			replaced.push(() => {
				registrar.unregisterFactory(id, factory);
				registrar.registerFactory(original, '', contract, null);
			});
		};
		const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
		file.initWithPath(${JSON.stringify(folder)});
		replace('@mozilla.org/filepicker;1', 'nsIFilePicker', {
			file,
			init() {},
			appendFilters() {},
			appendRawFilter() {},
			open(callback) {
				townsquareDialogs.opened = true;
				Services.tm.dispatchToMainThread(() => callback.done(Ci.nsIFilePicker.returnOK));
			},
		});
		const sayYes = {
			observe(dialog) {
				dialog.Dialog.ui.button0.click();
				townsquareDialogs.answered = true;
			},
		};
		Services.obs.addObserver(sayYes, 'common-dialog-loaded');
		replaced.push(() => Services.obs.removeObserver(sayYes, 'common-dialog-loaded'));
		globalThis.townsquareDialogs = {
			opened: false,
			answered: false,
			restore() { for (const undo of replaced) undo(); },
		};
		true;
	}`;
}
