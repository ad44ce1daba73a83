import type { Instant } from '../../model';

/** Ids from this one on hold their moment; below it they only count. */
const FIRST = 29_700_859_247n;
const EPOCH = 1_288_834_974_657;

/** The moment in an id, to the millisecond; undefined for ids from before November 2010. */
export function snowflakeInstant(id: bigint): Instant | undefined {
	return id < FIRST ? undefined : Number(id >> 22n) + EPOCH;
}
