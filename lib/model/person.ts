import type { AccountUri, Instant } from './basics';

/** What the person said of two accounts: the same human, or not. What was said last of a pair stands alone. */
export type SaidOfTwo = { one: AccountUri; other: AccountUri; same: boolean; at: Instant };
