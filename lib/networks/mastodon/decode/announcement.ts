import type { AccountUri, Announcement } from '../../../model';
import { htmlToRichText, parseInstant } from '../../../text';
import { flag, localId, present, record, text } from '../../json';
import type { Border } from './border';
import { readMentions, readTags } from './mention';

/** https://docs.joinmastodon.org/entities/Announcement/ */
export function readAnnouncement(value: unknown, border: Border): Announcement | undefined {
	const json = record(value);
	const id = localId(json?.['id']);
	const publishedAt = parseInstant(json?.['published_at'] ?? json?.['starts_at']);
	if (!json || id === undefined || publishedAt === undefined) return undefined;
	const content = htmlToRichText(text(json['content']), {
		base: border.origin,
		mentions: readMentions(json['mentions'], border) ?? [],
		tags: readTags(json['tags']) ?? [],
	});
	if (content.text === '') return undefined;
	const by: AccountUri = border.by;
	return {
		by,
		id,
		content,
		publishedAt,
		...present({ endsAt: parseInstant(json['ends_at']), read: flag(json['read']) }),
	};
}
