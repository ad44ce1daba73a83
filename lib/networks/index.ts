// Networks: the contract that every adapter passes, and the adapters. An adapter touches nothing but its `io`.
// May import lib/model, lib/text and lib/texts.
export type * from './io';
export type * from './network';
export { NetworkProblem, type ProblemKind } from './problem';
