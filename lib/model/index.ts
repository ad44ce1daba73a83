// The nouns of Townsquare: types that every room may know. Runs nothing, imports nothing.
// Optional fields are absent rather than undefined: what is stored is JSON and stays small.
export type * from './account';
export type * from './basics';
export type * from './charter';
export type * from './content';
export type * from './label';
export type * from './post';
export type * from './server';
export type * from './timeline';
