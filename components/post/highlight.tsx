import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Range } from './runs';

const HighlightContext = createContext<(text: string) => readonly Range[]>(() => []);

/** Finds what is to be highlighted in the texts below it: the hits of a search. */
export const HighlightProvider = HighlightContext.Provider;

export function useHighlight(): (text: string) => readonly Range[] {
	return useContext(HighlightContext);
}
