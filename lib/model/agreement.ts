import type { Instant } from './basics';

/**
 * What one of the person's browsers last said of one thing (a choice, a word that is folded away, a view): its value as
 * JSON, or, without, that it is gone.
 */
export type Register = {
	at: Instant;
	/** Which browser said so: a random name, made when it joined. */
	by: string;
	json?: string;
};

/** Registers by the name of what they are about. */
export type Registers = ReadonlyMap<string, Register>;
