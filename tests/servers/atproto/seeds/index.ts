import type { Outside } from '../outside';
import { bare } from './bare';
import { foundation } from './foundation';
import { plein } from './plein';

export type SeedName = 'bare' | 'foundation' | 'plein';

/** What lives in a square. */
export const SEEDS: Readonly<Record<SeedName, (square: Outside) => void>> = {
	bare,
	foundation,
	plein,
};
