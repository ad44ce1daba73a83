import type { HelperAnswer, HelperOrder } from './crew';
import { HelperWork } from './helper';

/**
 * A helper of the import worker, made by the page: parses pieces of the archive, and later surveys what was
 * arranged. Its one message brings the port to the import worker.
 */
declare const self: DedicatedWorkerGlobalScope;

const work = new HelperWork();

function transfers(message: HelperAnswer): Transferable[] {
	// The small arrays of records are copied: handing over a buffer costs a tenth of a millisecond.
	return message.type === 'records' ? [message.records.bytes.buffer] : [];
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
