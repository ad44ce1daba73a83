import type { Draft } from '../../lib/model';

const A_DAY = 86_400;

/** A poll as it is begun. */
export const NEW_POLL: NonNullable<Draft['poll']> = { options: ['', ''], seconds: A_DAY };
