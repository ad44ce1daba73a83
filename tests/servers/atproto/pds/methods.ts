import type { Method } from '../http/route';
import { IDENTITY } from './identity';
import { REPO } from './repo';
import { SERVER } from './server';

/** What a server of repositories answers by itself. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
	[...SERVER, ...IDENTITY, ...REPO].map((method) => [method.nsid, method]),
);
