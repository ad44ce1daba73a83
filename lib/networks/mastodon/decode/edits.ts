import type { PostUri, Version } from '../../../model';
import { htmlToRichText, parseInstant } from '../../../text';
import { each, present, record, text } from '../../json';

/**
 * https://docs.joinmastodon.org/entities/StatusEdit/: the earlier wordings, oldest first, without the one shown.
 */
export function readEdits(value: unknown, key: PostUri): readonly Version[] {
	const versions = each(value, 200, (one) => {
		const json = record(one);
		if (!json) return undefined;
		return {
			key,
			content: htmlToRichText(text(json['content']), { base: key }),
			...present({ createdAt: parseInstant(json['created_at']) }),
		};
	});
	return versions?.slice(0, -1) ?? [];
}
