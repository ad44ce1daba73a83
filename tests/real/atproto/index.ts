import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from './database';
import { referencePrograms } from './packages';
import { type Ask, type Person, reference } from './people';
import { type Documents, type Started, startProcess } from './process';

export type { Person, Ref } from './people';

export type ReferenceOptions = {
	/** Names of the people who live there: `ann` is `ann.test`. */
	people: readonly string[];
	/** Documents that clients publish on the web, by address: the servers find them there and nothing else. */
	documents?: Documents;
	/** The PDS calls itself `https://<hostname>`, for whoever leads that name to its door. */
	hostname?: string;
};

export type Reference = Started & {
	people: readonly Person[];
	person(handle: string): Person;
	/** Asks the PDS as one of the people: with `input` it writes (POST), else it reads. Throws when it refuses. */
	ask: Ask;
	publish(url: string, json: object): Promise<void>;
	/** Resolves when the AppViews know all that was written so far. */
	settled(): Promise<void>;
	/** Takes the first AppView's door away, or puts it back. */
	viewUp(up: boolean): Promise<void>;
	/** Makes a person a labeler in the directory. */
	labeler(handle: string): Promise<void>;
	/** What a labeler says of a post or an account (its DID). */
	label(by: string, of: { uri: string; cid?: string }, value: string): Promise<void>;
	/** Bytes of memory that the servers use, without the database. */
	memory(): Promise<number>;
	stop(): Promise<void>;
};

/**
 * Starts the AT Protocol's reference servers on this machine: directory, PDS, an AppView and a second one of somebody
 * else's, with people who have just moved in. Throws a sentence when they cannot be had.
 */
export async function startReference(options: ReferenceOptions): Promise<Reference> {
	const programs = referencePrograms();
	const database = await startDatabase(programs.postgres);
	const folder = await mkdtemp(join(tmpdir(), 'townsquare-reference-'));
	const servers = startProcess(programs, folder);
	const stop = async () => {
		await servers.stop();
		await database.stop();
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const { documents = {}, hostname } = options;
		const named = hostname === undefined ? {} : { hostname };
		const order = { database: database.url, documents, ...named };
		const started = await servers.order('start', order);
		const { people, person, ask } = await reference(started.door, options.people);
		const settled = () => servers.order('settled', {});
		await settled();
		return {
			...started,
			people,
			person,
			ask,
			settled,
			stop,
			publish: (url, json) => servers.order('publish', { url, json }),
			viewUp: (up) => servers.order('view', { up }),
			labeler: (handle) => servers.order('labeler', { did: person(handle).did }),
			label: (by, of, val) => servers.order('label', { src: person(by).did, ...of, val }),
			memory: () => servers.order('memory', {}),
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
