import { blobCid, cidOf, multikey, plcDid, tid } from './ids';
import type { Home, Json, Kept, Person, Stored, View, World } from './model';

export type NewPerson = { name: string; display?: string; home?: number; password?: string };

/** Somebody who lives at one of the homes: `name` is what stands before its domain. */
export function addPerson(world: World, { name, display, home = 0, password }: NewPerson): Person {
	const domain = homeOf(world, home).domains[0] ?? '';
	const handle = name.includes('.') ? name : `${name}${domain}`;
	const did = plcDid(`${world.origin} ${handle}`);
	const person: Person = {
		did,
		handle,
		email: `${name}@mail.test`,
		password: password ?? `${name} has a long password`,
		appPasswords: [`${letters(did, 0)}-${letters(did, 4)}-${letters(did, 8)}-${letters(did, 12)}`],
		home,
		key: multikey(did),
		createdAt: world.now(),
		services: [],
		preferences: [],
	};
	world.people.set(did, person);
	if (display !== undefined)
		put(world, did, 'app.bsky.actor.profile', 'self', {
			$type: 'app.bsky.actor.profile',
			displayName: display,
			createdAt: new Date(world.now()).toISOString(),
		});
	return person;
}

const letters = (did: string, from: number): string =>
	did.slice('did:plc:'.length + from, 'did:plc:'.length + from + 4);

export function homeOf(world: World, n: number): Home {
	const home = world.homes[n];
	if (!home) throw new Error(`There is no home ${n}.`);
	return home;
}

/** Somebody by DID, handle, or the name before the domain; undefined: nobody. */
export function findPerson(world: World, who: string): Person | undefined {
	const known = world.people.get(who);
	if (known) return known;
	for (const person of world.people.values())
		if (person.handle === who.toLowerCase() || person.handle.startsWith(`${who}.`)) return person;
	return undefined;
}

export function personOf(world: World, who: string): Person {
	const found = findPerson(world, who);
	if (!found) throw new Error(`Nobody is called ${who} on ${world.domain}.`);
	return found;
}

/** A record key that is later than every other of this world. */
export function nextTid(world: World, at: number = world.now()): string {
	world.serial += 1;
	return tid(at, world.serial);
}

export function put(
	world: World,
	did: string,
	collection: string,
	rkey: string,
	value: Json,
	indexedAt: number = world.now(),
): Stored {
	const uri = `at://${did}/${collection}/${rkey}`;
	const stored = { uri, cid: cidOf(value), did, collection, rkey, value, indexedAt };
	world.records.set(uri, stored);
	return stored;
}

export const remove = (world: World, uri: string): boolean => world.records.delete(uri);

export function all(world: World, collection: string): Stored[] {
	return [...world.records.values()].filter((one) => one.collection === collection);
}

/** The newest record of somebody in a collection whose subject is `subject`. */
export function edge(
	world: World,
	did: string,
	collection: string,
	subject: string,
): Stored | undefined {
	return all(world, collection).findLast(
		(one) => one.did === did && subjectOf(one.value) === subject,
	);
}

/** What a like, repost, follow, block or list item is about: an address or a DID. */
export function subjectOf(value: Json): string | undefined {
	const subject = value['subject'];
	if (typeof subject === 'string') return subject;
	return (subject as { uri?: string } | undefined)?.uri;
}

export const ref = ({ uri, cid }: Stored) => ({ uri, cid });

export function addBlob(world: World, type: string, bytes: Uint8Array) {
	const cid = blobCid(bytes);
	world.blobs.set(cid, { cid, type, bytes });
	return { $type: 'blob', ref: { $link: cid }, mimeType: type, size: bytes.length };
}

export function keptBy(view: View, did: string): Kept {
	const known = view.kept.get(did);
	if (known) return known;
	const fresh = { muted: new Set<string>(), mutedThreads: new Set<string>() };
	const kept = { ...fresh, bookmarks: new Map<string, number>(), seenAt: 0 };
	view.kept.set(did, kept);
	return kept;
}

/** Milliseconds by which the network sorts: no later than it came. */
export function sortAt({ value, indexedAt }: Stored): number {
	const told = Date.parse(String(value['createdAt']));
	return Number.isNaN(told) ? indexedAt : Math.min(told, indexedAt);
}

/** DID document of somebody, as the directory or the server shows it. */
export function documentOf(
	world: World,
	person: Person,
	did: string = seenDid(world, person.did),
): Json {
	return {
		'@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
		id: did,
		alsoKnownAs: [`at://${person.handle}`],
		verificationMethod: [
			{
				id: `${did}#atproto`,
				type: 'Multikey',
				controller: did,
				publicKeyMultibase: did === person.did ? person.key : multikey(did),
			},
		],
		service: [
			{
				id: '#atproto_pds',
				type: 'AtprotoPersonalDataServer',
				serviceEndpoint: homeOf(world, person.home).origin,
			},
			...person.services,
		],
	};
}

/** While everybody is somebody else, every DID is another one under the same handle. */
export const seenDid = (world: World, did: string): string =>
	world.stranger ? strangerDid(did) : did;

export const strangerDid = (did: string): string => plcDid(`stranger ${did}`);
