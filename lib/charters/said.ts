import type { OperatorKind } from '../model';

/** What a sentence says. `at`: where in it the words that matter stand. */
export type Said<T> = { value: T; sentence: string; at: number };

export type Operator = { name: string; kind: OperatorKind };
