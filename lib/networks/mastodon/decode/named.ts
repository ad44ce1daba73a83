import type { AccountUri, NamedSource } from '../../../model';
import { line, localId, record } from '../../json';
import { readTag } from './mention';

/** https://docs.joinmastodon.org/entities/List/ */
export function readList(value: unknown, by: AccountUri): NamedSource | undefined {
	const json = record(value);
	const id = localId(json?.['id']);
	const name = line(json?.['title'], 200);
	return id && name ? { by, source: { kind: 'list', id }, name } : undefined;
}

/** https://docs.joinmastodon.org/entities/Tag/, one that is followed. */
export function readFollowedTag(value: unknown, by: AccountUri): NamedSource | undefined {
	const tag = record(value) ? readTag(value) : undefined;
	return tag ? { by, source: { kind: 'tag', tag }, name: `#${tag}` } : undefined;
}
