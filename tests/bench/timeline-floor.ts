// The frozen floor of `npm run bench -- timeline`: what any timeline must do to show posts that are stored as ours are.
// Reads the newest 50 entries and their posts, and prints plain text. Changing it changes what all figures mean.

type Row = { post: string };
type Stored = { post: { content: { text: string } } };
type Ranged = IDBIndex & {
	getAllRecords(options: {
		query: IDBKeyRange;
		count: number;
		direction: 'prev';
	}): IDBRequest<{ value: Row }[]>;
};

const POSTS = 50;

function answer<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

async function show(): Promise<void> {
	const db = await answer(indexedDB.open('townsquare'));
	const tx = db.transaction(['entries', 'posts']);
	const index = tx.objectStore('entries').index('time') as Ranged;
	const query = IDBKeyRange.bound(['home'], ['home', []]);
	const rows = await answer(index.getAllRecords({ query, count: POSTS, direction: 'prev' }));
	const posts = tx.objectStore('posts');
	const found = await Promise.all(
		rows.map(({ value }) => answer<Stored>(posts.get(value.post) as IDBRequest<Stored>)),
	);
	for (const { post } of found) {
		const article = document.createElement('article');
		article.textContent = post.content.text;
		document.body.append(article);
	}
}

void show();
