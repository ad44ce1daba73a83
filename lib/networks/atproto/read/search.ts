import type { PostUri, Session } from '../../../model';
import type { Io } from '../../io';
import { list, record } from '../../json';
import type { Found } from '../../network';
import { NetworkProblem } from '../../problem';
import type { Gathering } from '../decode/gathering';
import { readPost } from '../decode/post';
import { didOf, handleOf, POST, postUri } from '../decode/uri';
import { type Xrpc, xrpc } from '../xrpc';
import { gathering } from './border';
import { postViews, profile } from './find';
import { wordsFor } from './words';

const LIMIT = 25;
const MOST = 200;
/** `at://alice.example/app.bsky.feed.post/…`, and the address of a post in the programs of this network. */
const NAMES_POST = [
	/^at:\/\/([^/\s]+)\/app\.bsky\.feed\.post\/([\w.:~-]+)$/,
	/^https:\/\/[^/\s]+\/profile\/([^/\s]+)\/post\/([\w.:~-]+)$/,
] as const;

/** Words are searched for; a handle, a DID or the address of a post is looked up. */
export async function search(session: Session, query: string, io: Io): Promise<Found> {
	const x = xrpc(session, io);
	const q = query.trim();
	const into = gathering(session, io);
	const post = await namedPost(q, x, session.host);
	if (post !== undefined) {
		const [view] = await postViews(x, [post]);
		if (view) readPost(view, into);
	} else {
		await searched(q, x, session.host, into);
	}
	const { posts, accounts } = into.all(await wordsFor(into, x, io));
	return { posts: posts.filter(({ view }) => !view.partial), accounts, tags: [] };
}

async function searched(q: string, x: Xrpc, host: string, into: Gathering): Promise<void> {
	const handle = q.replace(/^@/, '');
	if (handleOf(handle) ?? didOf(handle)) await known(handle, x, host, into);
	if (didOf(handle)) return;
	const [people, posts] = await Promise.all([
		x.get('app.bsky.actor.searchActors', { q: handle, limit: LIMIT }),
		x.get('app.bsky.feed.searchPosts', { q, limit: LIMIT }),
	]);
	for (const one of list(record(people)?.['actors'], MOST)) into.account(one);
	for (const one of list(record(posts)?.['posts'], MOST)) readPost(one, into);
}

/** Puts somebody in front who is called exactly so; nobody needs to be. */
async function known(handle: string, x: Xrpc, host: string, into: Gathering): Promise<void> {
	try {
		into.account((await profile(x, { handle }, host)).json);
	} catch (problem) {
		const nobody = problem instanceof NetworkProblem && /^(missing|refused)$/.test(problem.kind);
		if (!nobody) throw problem;
	}
}

async function namedPost(q: string, x: Xrpc, host: string): Promise<PostUri | undefined> {
	const [, name, rkey] = NAMES_POST.map((form) => form.exec(q)).find(Boolean) ?? [];
	if (name === undefined) return undefined;
	const did = didOf(name) ?? (await profile(x, { handle: name }, host)).did;
	return postUri(`at://${did}/${POST}/${rkey}`);
}
