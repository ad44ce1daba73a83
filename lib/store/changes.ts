export const TOPICS = [
	'generations',
	'media',
	'settings',
	'agreement',
	'sessions',
	'servers',
	'charters',
	'norms',
	'timeline',
	'posts',
	'notices',
	'people',
	'budgets',
	'drafts',
	'deliveries',
	'search',
	'retention',
] as const;

/** What changed; listeners re-read. No data travels. */
export type Topic = (typeof TOPICS)[number];

const CHANNEL = 'townsquare-changes';
const listeners = new Set<{ topics: readonly Topic[]; call(topic: Topic): void }>();
/** What the store itself holds in memory: dropped before anybody is told, so that whoever re-reads reads anew. */
const memories = new Map<Topic, () => void>();
let channel: BroadcastChannel | undefined;

function open(): BroadcastChannel {
	if (!channel) {
		channel = new BroadcastChannel(CHANNEL);
		channel.onmessage = (event: MessageEvent<Topic>) => tell(event.data);
	}
	return channel;
}

function tell(topic: Topic): void {
	memories.get(topic)?.();
	for (const listener of [...listeners]) {
		if (listener.topics.includes(topic)) listener.call(topic);
	}
}

/** Tells this page and every other page, worker and the background. Call it after the transaction is complete. */
export function announce(topic: Topic): void {
	open().postMessage(topic);
	tell(topic);
}

/** Calls back after each change of one of `topics`, wherever it was made. Returns how to stop. */
export function onChange(topics: readonly Topic[], call: (topic: Topic) => void): () => void {
	open();
	const listener = { topics, call };
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
	};
}

/** For the owner of a store that keeps something in memory: `forget` is called before any listener. */
export function remembering(topic: Topic, forget: () => void): void {
	open();
	memories.set(topic, forget);
}
