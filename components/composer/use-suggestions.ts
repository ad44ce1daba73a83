import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { usePlace } from './place';
import type { Suggestion } from './suggestions';
import { type Typed, typedAt } from './typing';

/** Something to be put there, or a server to be asked. */
export type Choice = { take: Suggestion } | { ask: Target };

export type Suggestions = {
	typed: Typed | undefined;
	choices: readonly Choice[];
	/** Which one Enter takes; -1: none, so that nobody is asked by going on to write. */
	at: number;
	/** What became of asking. */
	asked: 'asking' | 'nothing' | Text | undefined;
	/** Looks at what stands before the caret. */
	look(text: string, caret: number): void;
	move(by: 1 | -1): void;
	close(): void;
	ask(target: Target): void;
};

/**
 * People, tags and emoji offered while they are typed. What is known comes by itself; a server is asked when the person
 * says so.
 */
export function useSuggestions(targets: readonly Target[]): Suggestions {
	const { wholeNetworks } = usePlace();
	const { language } = useTexts();
	const [typed, setTyped] = useState<Typed>();
	const [found, setFound] = useState<readonly Suggestion[]>([]);
	const [at, setAt] = useState<number>();
	const [asked, setAsked] = useState<Suggestions['asked']>();
	const places = targets.map(({ key }) => key).join(' ');
	// biome-ignore lint/correctness/useExhaustiveDependencies: the same places are the same list
	useEffect(() => {
		setFound([]);
		setAt(undefined);
		setAsked(undefined);
		if (!typed) return;
		let over = false;
		import('./suggestions')
			.then(({ suggest }) => suggest(typed, targets, language))
			.then((known) => over || setFound(known), reportError);
		return () => {
			over = true;
		};
	}, [typed, places, language]);
	const ask = async (target: Target) => {
		if (!typed) return;
		setAsked('asking');
		try {
			await wholeNetworks?.();
			const told = await (await import('./suggestions')).ask(typed, target);
			setAsked(told.length === 0 ? 'nothing' : undefined);
			setFound(told);
			setAt(undefined);
		} catch (error) {
			const said = textOf(error);
			if (!said) reportError(error);
			setAsked(said ?? { key: 'actionFailed' });
		}
	};
	const servers = targets.filter(({ window, emoji }) => !window && (typed?.mark !== ':' || emoji));
	const choices: readonly Choice[] = !typed
		? []
		: [...found.map((take) => ({ take })), ...servers.map((one) => ({ ask: one }))];
	const now = Math.min(at ?? (found.length > 0 ? 0 : -1), choices.length - 1);
	return {
		typed,
		choices,
		at: now,
		asked,
		look(text, caret) {
			const next = typedAt(text, caret);
			setTyped((before) => (isSame(before, next) ? before : next));
		},
		move: (by) => setAt((Math.max(now, by === 1 ? -1 : 0) + by + choices.length) % choices.length),
		close: () => setTyped(undefined),
		ask: (target) => {
			ask(target).catch(reportError);
		},
	};
}

function isSame(a: Typed | undefined, b: Typed | undefined): boolean {
	return a?.start === b?.start && a?.name === b?.name && a?.mark === b?.mark;
}
