import type { Generation } from '../store';
import type { ImportIdentity } from './identity';
import type { Layout } from './layout';
import type { Owner } from './owner';
import type { Source } from './source/source';
import type { Talk } from './talk';

/** An import under way: what is known before the first post is read. */
export type Job = {
	source: Source;
	layout: Layout;
	owner: Owner;
	stored?: Generation;
	identity: ImportIdentity;
	talk: Talk;
};
