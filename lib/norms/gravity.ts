import type { Verdict } from '../model';

/** What a verdict comes to with what the person answered. */
export function gravity({ verdict, answered }: Verdict): Verdict['verdict'] {
	return answered ? 'advise' : verdict;
}
