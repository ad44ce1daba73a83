import type { IDBPDatabase } from 'idb';
import { EVERYTHING, type Schema } from './schema';

/** Runs inside the version change transaction; may be async only through that transaction's own requests. */
export type Migration = (database: IDBPDatabase<Schema>) => void | Promise<void>;

/**
 * Migration n brings the database from version n to n + 1. Never edited once released: a change is a new one.
 * Each has a test that opens what the one before left.
 */
export const MIGRATIONS: readonly Migration[] = [
	function archiveAndSettings(database) {
		database.createObjectStore('generations');
		database.createObjectStore('segments');
		database.createObjectStore('postings');
		const media = database.createObjectStore('media', { keyPath: ['account', 'name'] });
		media.createIndex('pack', 'pack');
		database.createObjectStore('settings');
		database.createObjectStore('counters');
	},
	function liveNetworks(database) {
		const posts = database.createObjectStore('posts', { keyPath: 'key' });
		posts.createIndex('replyTo', 'post.replyTo.post');
		posts.createIndex('author', 'post.author');
		posts.createIndex('locals', 'locals', { multiEntry: true });
		posts.createIndex('waits', 'waits', { multiEntry: true });
		const entries = database.createObjectStore('entries', { keyPath: ['timeline', 'activity'] });
		entries.createIndex('time', ['timeline', 'sortAt', 'activity']);
		entries.createIndex('post', 'post');
		entries.createIndex('locals', 'locals', { multiEntry: true });
		const spans = database.createObjectStore('spans', { keyPath: ['by', 'timeline', 'id'] });
		spans.createIndex('timeline', 'timeline');
		const sources = database.createObjectStore('sources', { keyPath: ['by', 'timeline'] });
		sources.createIndex('timeline', 'timeline');
		database.createObjectStore('named');
		const notices = database.createObjectStore('notices', { keyPath: ['by', 'id'] });
		notices.createIndex('at', 'at');
		notices.createIndex('by', 'by');
		notices.createIndex('fresh', 'fresh');
		database.createObjectStore('noticeStates', { keyPath: 'by' });
		database.createObjectStore('announcements', { keyPath: ['by', 'id'] });
		const accounts = database.createObjectStore('accounts', { keyPath: 'key' });
		accounts.createIndex('handle', 'handle');
		const relationships = database.createObjectStore('relationships', {
			keyPath: ['by', 'account'],
		});
		relationships.createIndex('account', 'account');
		database.createObjectStore('servers', { keyPath: 'host' });
		database.createObjectStore('sessions', { keyPath: 'account' });
		database.createObjectStore('registrations');
		database.createObjectStore('pending', { keyPath: 'state' });
		database.createObjectStore('budgets', { keyPath: 'host' });
	},
	function charters(database) {
		database.createObjectStore('charters', { keyPath: ['host', 'since'] });
	},
	async function indexAndPicturesOfLivePosts(database) {
		database.createObjectStore('liveBlocks', { keyPath: 'id', autoIncrement: true });
		database.createObjectStore('livePostings');
		database.createObjectStore('liveKeys');
		database.createObjectStore('previews', { keyPath: 'url' });
		database.createObjectStore('previewBytes');
		database.createObjectStore('pictureHosts', { keyPath: 'host' });
		const dirty = database.createObjectStore('dirty', { keyPath: 'key' });
		await dirty.put({ key: EVERYTHING, stamp: 0 });
	},
	function segmentsOfLivePosts(database) {
		const segments = database.createObjectStore('liveSegments', {
			keyPath: ['timeline', 'sortAt', 'activity'],
		});
		segments.createIndex('marks', 'marks', { multiEntry: true });
	},
	function outbox(database) {
		const drafts = database.createObjectStore('drafts', { keyPath: 'id' });
		drafts.createIndex('changedAt', 'changedAt');
		database.createObjectStore('blobs', { keyPath: 'file' });
		const deliveries = database.createObjectStore('deliveries', { keyPath: 'id' });
		deliveries.createIndex('state', 'state');
		deliveries.createIndex('target', ['target', 'createdAt']);
		deliveries.createIndex('draft', 'draft');
		deliveries.createIndex('uri', 'uri');
		deliveries.createIndex('createdAt', 'createdAt');
	},
	function norms(database) {
		database.createObjectStore('ruleVersions', { keyPath: ['host', 'since'] });
		database.createObjectStore('corrections', { keyPath: ['host', 'sentence'] });
		database.createObjectStore('standings', { keyPath: 'account' });
		database.createObjectStore('reach', { keyPath: 'domain' });
	},
];
