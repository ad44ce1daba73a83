import type { World } from '../model';
import { plantSmall } from './small';
import { plantSquare } from './square';
import { plantTown } from './town';

/** Fills an empty server. */
export type Seed = (world: World) => void;
export type SeedName = 'small' | 'town' | 'square' | 'empty';

export const SEEDS: Readonly<Record<SeedName, Seed>> = {
	small: plantSmall,
	town: plantTown,
	square: plantSquare,
	empty: () => undefined,
};

export function plant(world: World, seed: SeedName | Seed): void {
	const run = typeof seed === 'function' ? seed : SEEDS[seed];
	run(world);
}
