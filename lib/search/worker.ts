import type { SearchOrder } from './messages';
import { serve } from './read/serve';

const take = serve((message) => globalThis.postMessage(message));
globalThis.addEventListener('message', (event: MessageEvent<SearchOrder>) => take(event.data));
