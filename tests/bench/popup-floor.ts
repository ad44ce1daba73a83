// The frozen floor of `npm run bench -- popup`: what any popup must do to show the draft that was written last. Reads it
// and puts it into a box above a button. Changing it changes what all figures mean.

function answer<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

async function show(): Promise<void> {
	const db = await answer(indexedDB.open('townsquare'));
	const drafts: { text: string }[] = await answer(
		db.transaction('drafts').objectStore('drafts').getAll(),
	);
	const box = document.createElement('textarea');
	box.value = drafts[0]?.text ?? '';
	const button = document.createElement('button');
	button.type = 'submit';
	button.textContent = 'Post';
	document.body.append(box, button);
}

void show();

export {};
