import type { Reading, RuleClass } from '../../../model';

type Where = 'rule' | 'sentence' | 'by';
type Bare<R> = R extends Reading ? Omit<R, Where> : never;

/** What a sentence says, without where it stands. */
export type Meaning<C extends RuleClass = RuleClass> = Bare<Extract<Reading, { class: C }>>;
