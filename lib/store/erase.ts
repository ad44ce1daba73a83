import { announce, TOPICS } from './changes';
import { writing } from './database';

/** Deletes everything that is stored: posts, index, media, sign-ins, settings, files. Under the lock `import`. */
export async function eraseEverything(): Promise<void> {
	await writing(async (db) => {
		const names = Array.from(db.objectStoreNames);
		const tx = db.transaction(names, 'readwrite');
		await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done]);
	});
	const root = await navigator.storage.getDirectory();
	const names: string[] = [];
	for await (const name of root.keys()) names.push(name);
	for (const name of names) await root.removeEntry(name, { recursive: true });
	for (const topic of TOPICS) announce(topic);
}
