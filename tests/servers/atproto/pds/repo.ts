import { type Call, OwnAnswer, procedure, query, Refusal } from '../http/route';
import { blobCid } from '../ids';
import type { Json, Person, Stored, World } from '../model';
import { addBlob, documentOf, findPerson, nextTid, put, ref, remove } from '../world';
import { carOf } from './car';
import { checkRecord } from './records';

const notFound = (uri: string) =>
	new Refusal(400, 'RecordNotFound', `Could not locate record: ${uri}`);

/** Whose repository it is: by DID or handle, and only on this server. */
function owner({ world, home, text }: Call): Person {
	const found = findPerson(world, text('repo'));
	if (found?.home === home) return found;
	throw new Refusal(400, 'RepoNotFound', `Could not find repo: ${text('repo')}`);
}

/** The same, and it must be who asks. */
function mine(call: Call): Person {
	const found = owner(call);
	if (found === call.me()) return found;
	throw new Refusal(403, 'AuthMissing', 'Unauthorized: the repository is somebody else’s', {
		problem: true,
	});
}

const addressOf = (person: Person, collection: string, rkey: string): string =>
	`at://${person.did}/${collection}/${rkey}`;

export const REPO = [
	query('com.atproto.sync.getRepo', 'none', 'did! since', ({ world, home, text }) => {
		const person = world.people.get(text('did'));
		if (person?.home !== home) throw new Refusal(400, 'RepoNotFound', 'Could not find repo');
		return new OwnAnswer({ bytes: carOf(world, person), type: 'application/vnd.ipld.car' });
	}),
	query('com.atproto.repo.describeRepo', 'none', 'repo!', (call) => {
		const person = owner(call);
		const records = [...call.world.records.values()].filter(({ did }) => did === person.did);
		return {
			handle: person.handle,
			did: person.did,
			didDoc: documentOf(call.world, person),
			collections: [...new Set(records.map(({ collection }) => collection))],
			handleIsCorrect: true,
		};
	}),
	query('com.atproto.repo.getRecord', 'none', 'repo! collection! rkey! cid', (call) => {
		const uri = addressOf(owner(call), call.text('collection'), call.text('rkey'));
		const found = call.world.records.get(uri);
		if (!found || (call.maybe('cid') ?? found.cid) !== found.cid) throw notFound(uri);
		return { ...ref(found), value: found.value };
	}),
	query(
		'com.atproto.repo.listRecords',
		'none',
		'repo! collection! limit#50#100 cursor reverse?',
		(call) => {
			const person = owner(call);
			const upwards = call.flag('reverse') === true;
			const cursor = call.maybe('cursor');
			const found = [...call.world.records.values()]
				.filter(
					({ did, collection }) => did === person.did && collection === call.text('collection'),
				)
				.filter(({ rkey }) => cursor === undefined || (upwards ? rkey > cursor : rkey < cursor))
				.sort((a, b) => (a.rkey < b.rkey === upwards ? -1 : 1))
				.slice(0, call.number('limit'));
			const last = found.at(-1)?.rkey;
			return {
				records: found.map((one) => ({ ...ref(one), value: one.value })),
				...(last === undefined ? {} : { cursor: last }),
			};
		},
	),
	procedure(
		'com.atproto.repo.createRecord',
		'user',
		'repo! collection! rkey validate record! swapCommit',
		(call) => {
			const person = mine(call);
			const { world } = call;
			const rkey = call.maybe('rkey') ?? nextTid(world);
			// What the tree of the reference server throws is no answer of its own.
			if (world.records.has(addressOf(person, call.text('collection'), rkey)))
				throw new Refusal(500, 'InternalServerError', 'Internal Server Error');
			return committed(world, write(call, person, rkey, call.body['record'] as Json));
		},
	),
	procedure(
		'com.atproto.repo.putRecord',
		'user',
		'repo! collection! rkey! validate record! swapRecord swapCommit',
		(call) => {
			const person = mine(call);
			const there = call.world.records.get(
				addressOf(person, call.text('collection'), call.text('rkey')),
			);
			const swap = call.body['swapRecord'];
			if (swap !== undefined && swap !== (there?.cid ?? null))
				throw new Refusal(400, 'InvalidSwap', `Record was at ${there?.cid ?? null}`);
			return committed(
				call.world,
				write(call, person, call.text('rkey'), call.body['record'] as Json),
			);
		},
	),
	procedure(
		'com.atproto.repo.deleteRecord',
		'user',
		'repo! collection! rkey! swapRecord swapCommit',
		(call) => {
			const uri = addressOf(mine(call), call.text('collection'), call.text('rkey'));
			return gone(call, uri) ? { commit: commit(call.world) } : {};
		},
	),
	procedure(
		'com.atproto.repo.applyWrites',
		'user',
		'repo! validate writes! swapCommit',
		applyWrites,
	),
	procedure('com.atproto.repo.uploadBlob', 'user', '', ({ world, incoming }) => {
		const type = incoming.request.headers['content-type'] ?? 'application/octet-stream';
		if (incoming.bytes.length > 50_000_000)
			throw new Refusal(413, 'PayloadTooLarge', 'request entity too large');
		return { blob: addBlob(world, type, incoming.bytes) };
	}),
	query('com.atproto.sync.getBlob', 'none', 'did! cid!', ({ world, text }) => {
		const blob = world.blobs.get(text('cid'));
		if (!blob) throw new Refusal(400, 'BlobNotFound', 'Blob not found');
		return new OwnAnswer({ bytes: blob.bytes, type: blob.type });
	}),
];

function write(call: Call, person: Person, rkey: string, value: Json, collection?: string): Stored {
	const into = collection ?? call.text('collection');
	const typed = { $type: into, ...value };
	checkRecord(call.world, person.did, rkey, typed);
	const uri = addressOf(person, into, rkey);
	const before = call.world.records.get(uri);
	const made = put(call.world, person.did, into, rkey, typed);
	// The same once more is not even a new commit.
	if (before?.cid === made.cid) call.world.records.set(uri, before);
	const action = !before ? 'create' : before.cid === made.cid ? 'same' : 'update';
	call.world.accepted.push({ at: call.world.now(), did: person.did, action, uri, cid: made.cid });
	return made;
}

function gone({ world }: Call, uri: string): boolean {
	const there = world.records.get(uri);
	if (!there) return false;
	world.accepted.push({ at: world.now(), did: there.did, action: 'delete', uri, cid: there.cid });
	return remove(world, uri);
}

function applyWrites(call: Call) {
	const person = mine(call);
	const writes = call.body['writes'] as (Json & {
		collection: string;
		rkey?: string;
		value: Json;
	})[];
	if (!Array.isArray(writes) || writes.length > 200)
		throw new Refusal(400, 'InvalidRequest', 'Too many writes. Max: 200', { problem: true });
	const kind = (one: Json) => String(one['$type']).replace('com.atproto.repo.applyWrites#', '');
	for (const one of writes) {
		const taken =
			kind(one) === 'create' &&
			call.world.records.has(addressOf(person, one.collection, one.rkey ?? ''));
		if (taken) throw new Refusal(500, 'InternalServerError', 'Internal Server Error');
		if (kind(one) !== 'delete')
			checkRecord(call.world, person.did, one.rkey ?? nextTid(call.world), {
				$type: one.collection,
				...one.value,
			});
	}
	const results = writes.map((one) => {
		if (kind(one) === 'delete') {
			gone(call, addressOf(person, one.collection, one.rkey ?? ''));
			return { $type: 'com.atproto.repo.applyWrites#deleteResult' };
		}
		const rkey = one.rkey ?? nextTid(call.world);
		const made = write(call, person, rkey, one.value, one.collection);
		const $type = `com.atproto.repo.applyWrites#${kind(one)}Result`;
		return { $type, ...ref(made), validationStatus: 'valid' };
	});
	return { commit: commit(call.world), results };
}

const commit = (world: World) => {
	const rev = nextTid(world);
	return { cid: blobCid(Buffer.from(rev)).replace(/^bafk/, 'bafy'), rev };
};

const committed = (world: World, stored: Stored) => ({
	...ref(stored),
	commit: commit(world),
	validationStatus: 'valid',
});
