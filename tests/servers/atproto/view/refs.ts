import type { Json } from '../model';

export const parentOf = (value: Json): string | undefined =>
	(value['reply'] as { parent?: { uri: string } } | undefined)?.parent?.uri;

export const rootOf = (value: Json): string | undefined =>
	(value['reply'] as { root?: { uri: string } } | undefined)?.root?.uri;

/** The post or record that a post quotes. */
export function quoteOf(value: Json): string | undefined {
	const embed = value['embed'] as Json | undefined;
	const record = embed?.['record'] as Json | undefined;
	const inner = (record?.['record'] as Json | undefined) ?? record;
	return inner?.['uri'] as string | undefined;
}
