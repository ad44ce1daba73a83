import type { ElementHandle } from 'puppeteer-core';
import type { Firefox } from './firefox';

/**
 * Chooses a folder in a folder input. BiDi's setFiles refuses folders, so for a moment Firefox's file
 * dialog is replaced by one that answers at once, and its question "upload all files?" is answered with yes.
 * The click that opens them is a real one.
 */
export async function pickFolder(
	firefox: Firefox,
	input: ElementHandle<Element>,
	folder: string,
): Promise<void> {
	await firefox.scope.run(answerDialogsWith(folder));
	const chosen = input.evaluate(
		(element) =>
			new Promise<void>((done) => element.addEventListener('change', () => done(), { once: true })),
	);
	const label = await input.evaluateHandle((element) => (element as HTMLInputElement).labels?.[0]);
	await ((label.asElement() as ElementHandle<Element> | null) ?? input).click();
	await chosen;
	await firefox.scope.run('townsquareDialogs.restore(); true');
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
				Services.tm.dispatchToMainThread(() => callback.done(Ci.nsIFilePicker.returnOK));
			},
		});
		const sayYes = { observe: (dialog) => dialog.Dialog.ui.button0.click() };
		Services.obs.addObserver(sayYes, 'common-dialog-loaded');
		replaced.push(() => Services.obs.removeObserver(sayYes, 'common-dialog-loaded'));
		globalThis.townsquareDialogs = { restore() { for (const undo of replaced) undo(); } };
		true;
	}`;
}
