import type { Container, ListedFile } from './file';

/**
 * `posts`: a file of tweets lies there. `manifest`: only a manifest. `media`: only media folders, as in the
 * further zips of an archive that was given out in several.
 */
export type Mark = 'posts' | 'manifest' | 'media';
export type Root = { prefix: string; mark: Mark };

const POSTS = /(?:^|\/)tweets?(?:-part\d+)?\.js$/i;
/** Grailbird: a file for every month. */
const MONTH = /(?:^|\/)js\/tweets\/\d{4}_\d\d\.js$/i;
const MANIFEST = /(?:^|\/)manifest\.js$/i;
const MEDIA = /(?:^|\/)[a-z_]*(?:tweets?|profile)_media\/[^/]+$/i;

/** Whether tweets are in it, by its name. */
export function holdsPosts(path: string): boolean {
	return path.endsWith('s') || path.endsWith('S') ? POSTS.test(path) || MONTH.test(path) : false;
}

/**
 * Where the archives of a container lie: the shortest prefixes under which a file of tweets is found
 * (`tweets.js`, `tweet.js`, their parts, or Grailbird's months), with or without `data/` between. Folders
 * within a found root are part of it. Without any file of tweets: roots by manifest, else by media folders.
 */
export function findRoots(container: Container): Root[] {
	const found: Record<Mark, Set<string>> = {
		posts: new Set(),
		manifest: new Set(),
		media: new Set(),
	};
	for (const { path } of container.files) {
		const mark = markOf(path);
		if (mark) found[mark].add(prefixOf(path, mark));
	}
	for (const mark of ['posts', 'manifest', 'media'] as const) {
		const prefixes = outermost(found[mark]);
		if (prefixes.length > 0) return prefixes.map((prefix) => ({ prefix, mark }));
	}
	return [];
}

function markOf(path: string): Mark | undefined {
	if (holdsPosts(path)) return 'posts';
	if (MANIFEST.test(path)) return 'manifest';
	return MEDIA.test(path) ? 'media' : undefined;
}

function prefixOf(path: string, mark: Mark): string {
	let folder = path.slice(0, path.lastIndexOf('/') + 1);
	if (mark === 'media') folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
	else if (MONTH.test(path)) folder = folder.slice(0, -'js/tweets/'.length);
	return /(?:^|\/)data\/$/i.test(folder) ? folder.slice(0, -'data/'.length) : folder;
}

/** Prefixes that do not lie in another one. Linear in their total length: hostile zips can name 200,000. */
function outermost(prefixes: ReadonlySet<string>): string[] {
	return [...prefixes].filter((prefix) => {
		for (let cut = prefix.lastIndexOf('/', prefix.length - 2); prefix !== ''; ) {
			if (prefixes.has(prefix.slice(0, cut + 1))) return false;
			if (cut < 0) return true;
			cut = cut === 0 ? -1 : prefix.lastIndexOf('/', cut - 1);
		}
		return true;
	});
}

/** The files under a root, their paths without it. */
export function takeRoot(container: Container, prefix: string): ListedFile[] {
	const taken = container.files.filter((file) => file.path.startsWith(prefix));
	for (const file of taken) file.path = file.path.slice(prefix.length);
	return taken;
}
