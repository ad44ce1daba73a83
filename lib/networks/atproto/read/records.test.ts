import { expect, it } from 'vitest';
import { IVO, ME } from '../../../../tests/fixtures/atproto-entities/people';
import { CID, POST } from '../../../../tests/fixtures/atproto-entities/posts';
import type { Io } from '../../io';
import { NetworkProblem } from '../../problem';
import type { Xrpc } from '../xrpc';
import { setMark } from './records';

const LIKE = 'app.bsky.feed.like';
const subject = { uri: POST, cid: CID };

/** A repository of likes, and an AppView that may not have noticed. */
function repository(keys: readonly string[], listed = 100) {
	const records = new Map(keys.map((rkey) => [rkey, { subject }]));
	const x: Xrpc = {
		preferences: { labelers: [], usual: [], adult: false, settings: {} },
		did: ME,
		get: async (nsid, params) => {
			if (nsid === 'com.atproto.repo.listRecords') {
				const latest = [...records].reverse().slice(0, listed);
				return {
					records: latest.map(([rkey, value]) => ({ uri: `at://${ME}/${LIKE}/${rkey}`, value })),
				};
			}
			if (records.has(String(params?.['rkey']))) return {};
			throw new NetworkProblem('missing', 'pds.example');
		},
		post: async (nsid, input) => {
			const { rkey } = input as { rkey?: string };
			if (nsid.endsWith('createRecord')) records.set('new', { subject });
			else records.delete(rkey ?? '');
			return {};
		},
	};
	const set = (on: boolean, seen?: string, about: typeof subject | string = subject) =>
		setMark(x, LIKE, { subject: about, on, seen }, { now: () => 1_800_000_000_000 } as Io);
	return { set, keys: () => [...records.keys()] };
}

const seen = (rkey: string) => `at://${ME}/${LIKE}/${rkey}`;

it('is not written where the repository has it and the AppView has not noticed', async () => {
	const { set, keys } = repository(['old']);
	await set(true);
	expect(keys()).toEqual(['old']);
	await set(true, undefined, { uri: `${POST}2`, cid: CID });
	expect(keys()).toEqual(['old', 'new']);
});

it('is not written where only the AppView still remembers it, below the latest', async () => {
	const { set, keys } = repository(['old', 'later'], 0);
	await set(true, seen('old'));
	expect(keys()).toEqual(['old', 'later']);
});

it('is written where the AppView has not noticed that it is gone', async () => {
	const { set, keys } = repository([]);
	await set(true, seen('gone'));
	expect(keys()).toEqual(['new']);
});

it('is taken out wherever it is known, and never in somebody else’s name', async () => {
	const { set, keys } = repository(['a', 'b', 'c'], 2);
	await set(false, seen('a'));
	expect(keys()).toEqual([]);
	await set(false, seen('a'));
	const other = repository(['a'], 0);
	await other.set(false, `at://${IVO}/${LIKE}/a`);
	await other.set(false, `at://${ME}/app.bsky.feed.post/a`);
	expect(other.keys()).toEqual(['a']);
});
