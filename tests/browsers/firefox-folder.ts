import type { ElementHandle } from 'puppeteer-core';
import type { Firefox } from './firefox';
import { WAIT_MS } from './screen';

const LOOK_AGAIN_MS = 50;
/** What usually takes a fraction of a second. */
const PRESS_AGAIN_MS = 3_000;

/**
 * Chooses a folder in the folder input that `find` finds. BiDi's setFiles refuses folders, so for a moment Firefox's
 * file dialog is replaced by one that answers at once, and its question "upload all files?" is answered with yes. The
 * click that opens them is a real one: where the page was drawn anew under it, or Firefox dropped a question that was
 * answered while it was still being opened, it is made again, as a person would.
 */
export async function pickFolder(
	firefox: Firefox,
	find: () => Promise<ElementHandle<Element>>,
	folder: string,
): Promise<void> {
	const was = (what: 'opened' | 'answered') =>
		comes(() => firefox.scope.run(`townsquareDialogs.${what}`));
	const end = Date.now() + WAIT_MS;
	while (Date.now() < end) {
		await firefox.scope.run(answerDialogsWith(folder));
		try {
			const input = await find();
			await input.evaluate(noteChoice);
			await press(input);
			const went = (await was('opened')) && (await was('answered'));
			if (went && (await comes(() => input.evaluate(isChosen)))) return;
		} finally {
			await firefox.scope.run('townsquareDialogs.restore(); true');
		}
	}
	throw new Error('The folder was not chosen.');
}

/** In the page: remembers that a file input got its files, also one that was drawn anew under the press. */
function noteChoice(input: Element): void {
	const { ownerDocument } = input;
	Object.assign(input, { townsquareChosen: false });
	for (const one of [input, ownerDocument])
		one.addEventListener('change', () => Object.assign(input, { townsquareChosen: true }), true);
}

function isChosen(input: Element): boolean {
	return (input as { townsquareChosen?: boolean }).townsquareChosen === true;
}

async function press(input: ElementHandle<Element>): Promise<void> {
	const label = await input.evaluateHandle((element) => (element as HTMLInputElement).labels?.[0]);
	await ((label.asElement() as ElementHandle<Element> | null) ?? input).click();
}

async function comes(look: () => Promise<unknown>): Promise<boolean> {
	for (const end = Date.now() + PRESS_AGAIN_MS; Date.now() < end; ) {
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
				const { button0 } = dialog.Dialog.ui;
				dialog.addEventListener('unload', () => { townsquareDialogs.answered = true; });
				dialog.setInterval(() => button0.click(), 50);
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
