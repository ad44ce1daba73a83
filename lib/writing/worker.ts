/// <reference lib="webworker" />
import { lettersIn, wordsOf } from '../text';
import { fitted } from './fit';
import type { FromWriting, ToWriting } from './messages';

declare const self: DedicatedWorkerGlobalScope;

/** Fewer letters than this are no word. */
const LEAST_LETTERS = 3;

async function answer(message: ToWriting): Promise<FromWriting> {
	const { id } = message;
	if (message.type === 'fit') return { id, fitted: await fitted(message.picture, message.room) };
	const words = wordsOf(message.text);
	if (lettersIn(words) < LEAST_LETTERS) return { id, guess: undefined };
	// Its tables are large: they come with the first text.
	const { eld } = await import('eld/small');
	const found = eld.detect(words);
	const { language } = found;
	return { id, guess: language === '' ? undefined : { language, reliable: found.isReliable() } };
}

self.onmessage = ({ data }: MessageEvent<ToWriting>) => {
	answer(data).then(
		(said) => self.postMessage(said),
		(error: unknown) =>
			self.postMessage({ id: data.id, failed: String(error) } satisfies FromWriting),
	);
};
