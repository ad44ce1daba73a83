import { type Helper, helperBehind } from './crew';
import type { ChoreEvent, ImportEvent, Order, Question } from './events';
import { runExport } from './export';
import { runImport } from './import';
import { runErasure, runRemoval } from './remove';
import { runRestore } from './restore';
import { runRetention } from './retention';

/** The dedicated worker of one import, removal, erasure or export. It is ended by the page afterwards. */
declare const self: DedicatedWorkerGlobalScope;

const abort = new AbortController();
let answer: ((choice: string) => void) | undefined;
let media = true;
let helpers: readonly Helper[] = [];

const emit = (event: ImportEvent | ChoreEvent) => self.postMessage(event);

function ask(question: Question): Promise<string> {
	emit({ type: 'question', question });
	return new Promise((resolve, reject) => {
		answer = resolve;
		abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true });
	});
}

const chores = { emit, signal: abort.signal, helpers: () => helpers };

async function obey(order: Order): Promise<void> {
	switch (order.type) {
		case 'helpers':
			helpers = order.ports.map(helperBehind);
			return;
		case 'import':
			return runImport(order.files, { ...chores, ask, wantsMedia: () => media });
		case 'remove':
			return runRemoval(order.account, order.importId, chores);
		case 'erase':
			return runErasure(chores);
		case 'export':
			return runExport(chores);
		case 'restore':
			return runRestore(order.file, order.folder, chores);
		case 'retain':
			return runRetention(chores);
		case 'answer':
			return answer?.(order.choice);
		case 'media':
			media = order.copy;
			return;
		case 'cancel':
			return abort.abort(new DOMException('cancelled by the person', 'AbortError'));
	}
}

self.onmessage = (event: MessageEvent<Order>) => void obey(event.data);
