import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Draft, DraftMedium, LanguageGuess, TargetKey, Venue } from '../../lib/model';
import { homesIn, putFile, readFile, type Target } from '../../lib/outbox';
import { lettersIn, wordsOf, wordsShown } from '../../lib/text';
import { usePlace } from './place';
import type { Venues } from './use-venues';
import type { DraftChange, Writer } from './writer';

/** A pause in typing after which languages are guessed. */
const PAUSE_MS = 400;
/** Fewer letters say nothing of a language that could be shown: greetings are the same in many. */
const SHOWN_LETTERS = 8;

type Guessing = {
	/** Resolves when all of it is in the draft. */
	settled(): Promise<void>;
	/** The places whose texts are still being looked at; the text for all under ''. */
	awaited: ReadonlySet<string>;
};

/** Guesses what each text reads like; that is its language as long as nobody has said it. */
export function useGuess(writer: Writer): Guessing {
	const { writing } = usePlace();
	/** The last text that was looked at, by the place that has it; the text for all under ''. */
	const looked = useRef(new Map<string, string>());
	/** The same, with those of which no guess could be made. */
	const [told, tell] = useState<ReadonlyMap<string, string>>(new Map());
	const texts = JSON.stringify(textsOf(writer.draft));
	const settled = useCallback(async () => {
		if (!writing) return;
		for (const [place, one] of textsOf(writer.draft)) {
			if (looked.current.get(place) === one) continue;
			try {
				const guess = one === '' ? undefined : await writing.guess(one);
				looked.current.set(place, one);
				writer.change((draft) => reading(draft, { place, text: one, guess }));
			} finally {
				tell((before) => new Map(before).set(place, one));
			}
		}
	}, [writing, writer]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a change of the texts begins the pause anew
	useEffect(() => {
		const pause = setTimeout(() => settled().catch(reportError), PAUSE_MS);
		return () => clearTimeout(pause);
	}, [settled, texts]);
	const awaited = useMemo(() => {
		const all = writing ? (JSON.parse(texts) as [string, string][]) : [];
		return new Set(all.flatMap(([place, one]) => (told.get(place) === one ? [] : [place])));
	}, [writing, texts, told]);
	return { settled, awaited };
}

/** What is read at each place that has a text of its own; of the text for all under ''. */
function textsOf(draft: Draft): readonly [string, string][] {
	return ['', ...Object.keys(draft.own)].flatMap((place): [string, string][] => {
		const words = wordsAt(draft, place);
		return words === undefined ? [] : [[place, words]];
	});
}

function wordsAt({ text, warning, poll, own }: Draft, place: string): string | undefined {
	if (place === '') return wordsShown({ text, warning, poll });
	const here = own[place];
	if (here?.text === undefined) return undefined;
	return wordsShown({ text: here.text, warning: here.warning ?? warning, poll });
}

type Read = { place: string; text: string; guess: LanguageGuess | undefined };

/** The draft with what a text reads like; nothing where the text is another by now, or nothing is new. */
function reading(draft: Draft, { place, text, guess }: Read): DraftChange | undefined {
	const here = draft.own[place];
	if (wordsAt(draft, place) !== text) return undefined;
	const before = place === '' ? draft.guess : here?.guess;
	const language = shown(draft, place, text, guess);
	const isSame = before?.language === guess?.language && before?.reliable === guess?.reliable;
	if (isSame && !language) return undefined;
	if (place === '') return { guess, ...(language ? { language } : {}) };
	const { guess: _, ...rest } = here ?? {};
	return { own: { ...draft.own, [place]: guess ? { ...rest, guess } : rest } };
}

function shown(
	{ language }: Draft,
	place: string,
	text: string,
	guess: LanguageGuess | undefined,
): Draft['language'] {
	const isSaid = language?.by === 'person' || language?.tag === guess?.language;
	if (place !== '' || !guess || isSaid) return undefined;
	return lettersIn(wordsOf(text)) < SHOWN_LETTERS
		? undefined
		: { tag: guess.language, by: 'guess' };
}

/** Finds out who of those that the text names is somebody on other networks too, and where a bare name is somebody. */
export function useProven({ draft, change }: Writer, targets: readonly Target[]): void {
	const named = Object.values(draft.own).flatMap(({ text }) => text ?? []);
	const all = [draft.text, ...named].join('\n');
	const chosen = draft.targets.join('\n');
	// biome-ignore lint/correctness/useExhaustiveDependencies: which places there are is told by those that are chosen
	useEffect(() => {
		let over = false;
		const places = targets.filter(({ key }) => chosen.split('\n').includes(key));
		const proven = import('./proving')
			.then(({ provenIn }) => provenIn(all))
			.catch((error: unknown) => {
				reportError(error);
				return [];
			});
		Promise.all([proven, homesIn(all, places)]).then(([people, homes]) => {
			const same = ({ people: before = [], homes: known = {} }: Draft) =>
				JSON.stringify([before, known]) === JSON.stringify([people, homes]);
			if (!over) change((now) => (same(now) ? undefined : { people, homes }));
		}, reportError);
		return () => {
			over = true;
		};
	}, [all, chosen, change]);
}

/** Makes smaller pictures for servers that take no larger ones; what the person chose stays as it is. */
export function useFitting(writer: Writer, venues: Venues): void {
	const { writing } = usePlace();
	/** What was tried already, with or without success. */
	const tried = useRef(new Set<string>());
	const { draft, change } = writer;
	useEffect(() => {
		if (!writing) return;
		for (const { target, medium, venue } of tooLarge(draft, venues)) {
			const key = `${target} ${medium.file}`;
			if (tried.current.has(key)) continue;
			tried.current.add(key);
			const make = async () => {
				const bytes = await readFile(medium.file);
				const made = bytes && (await writing.fit(bytes, roomAt(venue)));
				if (!made) return;
				const file = await putFile(made.blob);
				const { type, size } = made.blob;
				const smaller = { file, type, size, width: made.width, height: made.height };
				change(({ own }) => {
					const here = own[target] ?? {};
					const files = { ...here.files, [medium.file]: smaller };
					return { own: { ...own, [target]: { ...here, files } } };
				});
			};
			make().catch(reportError);
		}
	}, [writing, draft, venues, change]);
}

type TooLarge = { target: TargetKey; medium: DraftMedium; venue: Venue };

function tooLarge(draft: Draft, venues: Venues): readonly TooLarge[] {
	return draft.targets.flatMap((target) => {
		const venue = venues.get(target);
		if (!venue) return [];
		const { bytes, types } = roomAt(venue);
		return draft.media.flatMap((medium) => {
			const fits =
				medium.size <= (bytes ?? medium.size) &&
				(types === undefined || types.includes(medium.type));
			const done = draft.own[target]?.files?.[medium.file] !== undefined;
			return fits || done || !medium.type.startsWith('image/') ? [] : [{ target, medium, venue }];
		});
	});
}

function roomAt({ limits: { imageBytes, mediaTypes } }: Venue) {
	return {
		...(imageBytes === undefined ? {} : { bytes: imageBytes }),
		...(mediaTypes === undefined ? {} : { types: mediaTypes }),
	};
}
