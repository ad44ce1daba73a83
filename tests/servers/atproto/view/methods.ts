import type { Method } from '../http/route';
import { FEEDS } from './feeds';
import { LISTS } from './lists';
import { NOTICES } from './notices';
import { PEOPLE } from './people';
import type { Seen } from './seen';
import { SHELF } from './shelf';
import { THREADS } from './threads';

/** What a view answers, to servers that hand on a person's call and, where it is public, to anybody. */
export const VIEW_METHODS: ReadonlyMap<string, Method<Seen>> = new Map(
	[...FEEDS, ...LISTS, ...PEOPLE, ...THREADS, ...NOTICES, ...SHELF].map((method) => [
		method.nsid,
		method,
	]),
);
