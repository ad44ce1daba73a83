// What the person wants folded away: what was typed, and whether a post holds it. Nothing is ever dropped.
// May import lib/model and lib/search. Pure.
export { muffleKind, muffler } from './muffler';
export { offersOf } from './parts';
