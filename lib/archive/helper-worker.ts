import type { HelperAnswer, HelperOrder } from './crew';
import { HelperWork } from './helper';

/**
 * A helper of the import worker, made by the page: parses pieces of the archive, and later surveys what was
 * arranged. Its one message brings the port to the import worker.
 */
declare const self: DedicatedWorkerGlobalScope;

const work = new HelperWork();

function transfers(message: HelperAnswer): Transferable[] {
	if (message.type !== 'records') return [];
	const { bytes, ends, ids, sortAt, answers } = message.records;
	return [bytes.buffer, ends.buffer, ids.buffer, sortAt.buffer, answers.buffer];
}

self.onmessage = ({ ports: [port] }: MessageEvent) => {
	if (!port) throw new Error('a helper without a port');
	port.onmessage = ({ data }: MessageEvent<HelperOrder>) => {
		let message: HelperAnswer;
		try {
			message = work.answer(data);
		} catch (error) {
			message = { type: 'failed', message: error instanceof Error ? error.name : 'unknown' };
		}
		port.postMessage(message, transfers(message));
	};
};
