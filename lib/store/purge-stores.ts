import type { IDBPTransaction } from 'idb';
import type { Topic } from './changes';
import type { Schema } from './schema';

const READ_STORES = [
	'posts',
	'dirty',
	'entries',
	'liveSegments',
	'notices',
	'accounts',
	'relationships',
	'sessions',
	'previews',
	'previewBytes',
] as const;
const OWN_STORES = [
	'spans',
	'sources',
	'named',
	'noticeStates',
	'announcements',
	'reach',
	'standings',
	'budgets',
] as const;
/** What belongs to a sign-in of mine, or may hold something of other people that came through it. */
export const STORES = [...READ_STORES, ...OWN_STORES, 'deliveries', 'drafts', 'blobs'] as const;
/** Who is told of a purge. */
export const TOPICS: readonly Topic[] = [
	...(['sessions', 'timeline', 'posts', 'notices', 'people'] as const),
	...(['media', 'deliveries', 'drafts', 'norms', 'budgets'] as const),
];

export type Purging = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;
