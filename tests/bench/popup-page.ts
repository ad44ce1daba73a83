import type { Draft, Server, Session } from '../../lib/model';
import { readRules } from '../../lib/norms/rules';
import type { ServerRow } from '../../lib/store/live-schema';

/** What lies in the store when the popup opens: five accounts, what is known of their servers, and one draft. */
export type Stored = { sessions: Session[]; servers: ServerRow[]; draft: Draft };

const SENTENCES = [
	'English only, please.',
	'All images must have alt text.',
	'Use content warnings for politics, food and violence.',
	'No crossposting: posting the same text to several networks at once is not allowed here.',
	'Use of AI must be disclosed.',
	'Posts that are only a link are spam.',
];
const RULES = 40;

/** `text` as a draft that goes to `places` communities with forty rules each, read as they are at sign-in. */
export function storedFor(text: string, places: number, now: number): Stored {
	const servers = Array.from({ length: places }, (_, n) => serverOf(n, now));
	const sessions = servers.map((server) => sessionOf(server, now));
	const draft: Draft = {
		id: 'bench',
		rev: 1,
		createdAt: now,
		changedAt: now,
		origin: 'typed',
		text,
		visibility: 'public',
		media: [],
		targets: sessions.map(({ account }) => account),
		own: {},
		answers: [],
		undoSeconds: 10,
	};
	return { sessions, servers, draft };
}

function serverOf(n: number, now: number): ServerRow {
	const host = `square${n}.example`;
	const rules = Array.from({ length: RULES }, (_, at) => ({
		id: `${at}`,
		text: `${SENTENCES[at % SENTENCES.length]} (${n}.${at})`,
	}));
	const server: Server = {
		host,
		origin: `https://${host}`,
		network: 'mastodon',
		software: { name: 'mastodon', version: '4.4.0' },
		title: `Square ${n}`,
		languages: ['en'],
		rules,
		links: {},
		counting: 'shortLinks',
		limits: { characters: 500, link: 23, media: 4 },
		features: ['polls', 'edits'],
		traits: {},
		readAt: now,
	};
	return { ...server, readings: readRules(rules) };
}

function sessionOf({ host, origin, features }: Server, now: number): Session {
	const account = `${origin}/users/me`;
	return {
		account,
		network: 'mastodon',
		host,
		origin,
		handle: `me@${host}`,
		scopes: ['read', 'write'],
		pin: { id: '1', account },
		state: 'active',
		signedInAt: now,
		features,
		secret: {},
	};
}

/** In a page of the extension. */
export async function plant({ sessions, servers, draft }: Stored): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const tx = db.transaction(['sessions', 'servers', 'drafts'], 'readwrite');
	for (const session of sessions) tx.objectStore('sessions').put(session);
	for (const server of servers) tx.objectStore('servers').put(server);
	tx.objectStore('drafts').put(draft);
	await new Promise<void>((resolve, reject) => {
		tx.oncomplete = () => resolve();
		tx.onerror = () => reject(tx.error);
	});
	db.close();
}
