import { announce } from './changes';
import { writing } from './database';
import { packFolder } from './packs';

/** Deletes everything that is stored: posts, index, media, settings. Under the lock `import`. */
export async function eraseEverything(): Promise<void> {
	await writing(async (db) => {
		const names = Array.from(db.objectStoreNames);
		const tx = db.transaction(names, 'readwrite');
		await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done]);
	});
	const folder = await packFolder();
	const names: string[] = [];
	for await (const name of folder.keys()) names.push(name);
	for (const name of names) await folder.removeEntry(name);
	for (const topic of ['generations', 'media', 'settings'] as const) announce(topic);
}
