// The nouns of Townsquare: types that every room may know. Runs nothing, imports nothing.
// Optional fields are absent rather than undefined: what is stored is JSON and stays small.
export type * from './account';
export type * from './agreement';
export type * from './basics';
export type * from './charter';
export type * from './content';
export type * from './delivery';
export type * from './draft';
export type * from './label';
export type * from './norm';
export type * from './person';
export type * from './post';
export type * from './rule';
export type * from './server';
export type * from './site';
export type * from './standing';
export type * from './timeline';
export type * from './view';
