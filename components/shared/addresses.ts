import type { PostUri } from '../../lib/model';
import { encode } from './route';

// Data: where what the archive names only by number can be looked up. Opened by the person's own click, never fetched.
const ORIGINALS: readonly { key: RegExp; url: string }[] = [
	{ key: /^tw(?:like)?:(\d+)$/, url: 'https://x.com/i/status/' },
];

/** Where a post that is not stored can be read. */
export function originalUrl(key: PostUri): string | undefined {
	for (const { key: pattern, url } of ORIGINALS) {
		const id = pattern.exec(key)?.[1];
		if (id) return url + id;
	}
	return undefined;
}

/** The page of an account that an archive names by its number; a decimal string. */
export function accountUrl(id: string): string {
	return `https://x.com/i/user/${encode(id)}`;
}
