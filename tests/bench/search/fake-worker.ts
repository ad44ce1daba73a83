import type { SearchOrder } from '../../../lib/search/messages';
import { serve } from '../../../lib/search/read/serve';

/** The search worker's own code behind a message channel, for tests in Node: everything sent is cloned. */
export function fakeWorker(): Worker {
	const { port1, port2 } = new MessageChannel();
	const take = serve((message) => port2.postMessage(message));
	port2.addEventListener('message', (event: MessageEvent<SearchOrder>) => take(event.data));
	port2.start();
	port1.start();
	return {
		postMessage: (message: unknown) => port1.postMessage(message),
		addEventListener(type: string, listener: EventListener) {
			if (type === 'message') port1.addEventListener(type, listener);
		},
		terminate: () => port1.close(),
	} as unknown as Worker;
}
