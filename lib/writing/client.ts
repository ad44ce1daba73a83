import type { Fitted, FromWriting, Guess, Room, ToWriting } from './messages';

export type Writing = {
	/** Undefined for a text that is too short or too mixed to tell. */
	guess(text: string): Promise<Guess | undefined>;
	/**
	 * A picture made smaller, or of another type, so that it fits; undefined when nothing that fits can be made of it (a
	 * moving picture, a damaged one).
	 */
	fit(picture: Blob, room: Room): Promise<Fitted | undefined>;
};

type Question<T extends ToWriting = ToWriting> = T extends unknown ? Omit<T, 'id'> : never;
type Waiting = { resolve(answer: FromWriting): void; reject(error: Error): void };

/** Connects a page with its helper for writing, which is started when it is first asked. */
export function connectWriting(spawn: () => Worker): Writing {
	const waiting = new Map<number, Waiting>();
	let worker: Worker | undefined;
	let last = 0;
	const fail = (why: string) => {
		worker?.terminate();
		worker = undefined;
		for (const { reject } of waiting.values()) reject(new Error(why));
		waiting.clear();
	};
	const started = (): Worker => {
		if (worker) return worker;
		worker = spawn();
		worker.onmessage = ({ data }: MessageEvent<FromWriting>) => {
			const asked = waiting.get(data.id);
			waiting.delete(data.id);
			if ('failed' in data) asked?.reject(new Error(data.failed));
			else asked?.resolve(data);
		};
		worker.onerror = (event) => fail(event.message);
		return worker;
	};
	const ask = (question: Question): Promise<FromWriting> =>
		new Promise((resolve, reject) => {
			last += 1;
			waiting.set(last, { resolve, reject });
			started().postMessage({ ...question, id: last });
		});
	return {
		async guess(text) {
			const answer = await ask({ type: 'guess', text });
			return 'guess' in answer ? answer.guess : undefined;
		},
		async fit(picture, room) {
			const answer = await ask({ type: 'fit', picture, room });
			return 'fitted' in answer ? answer.fitted : undefined;
		},
	};
}
