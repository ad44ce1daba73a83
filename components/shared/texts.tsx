import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Key, Parameters, Texts } from '../../lib/texts';

const TextsContext = createContext<Texts | undefined>(undefined);
export const TextsProvider = TextsContext.Provider;

/** The texts in the person's language. Only under a `TextsProvider`. */
export function useTexts(): Texts {
	const texts = useContext(TextsContext);
	if (!texts) throw new Error('no TextsProvider above');
	return texts;
}

type SayProps = {
	text: Key;
	parameters?: Parameters;
	/** Elements in place of placeholders, by name. */
	elements: Readonly<Record<string, ComponentChildren>>;
};

/** A sentence with elements (links, bold words) where its placeholders are, in the order of the language. */
export function Say({ text, parameters = {}, elements }: SayProps) {
	const parts = useTexts().parts(text, parameters);
	return <>{parts.map((part) => (typeof part === 'string' ? part : elements[part.name]))}</>;
}
