import type { Card } from '../../../model';
import { plainText } from '../../../text';
import { line, list, present, record, text } from '../../json';
import { fileAddress, pageAddress } from '../../web-address';
import type { Border } from './border';
import { readBlurhash } from './media';

const LONGEST_LINE = 300;
const LONGEST_DESCRIPTION = 1000;

const TYPES: Readonly<Record<string, Card['type']>> = {
	link: 'link',
	photo: 'photo',
	video: 'video',
};

/** https://docs.joinmastodon.org/entities/PreviewCard/; its `html` is never read. */
export function readCard(value: unknown, border: Border): Card | undefined {
	const json = record(value);
	const url = pageAddress(json?.['url']);
	if (!json || !url) return undefined;
	const type = text(json['type']);
	const author = record(list(json['authors'], 1)[0])?.['name'];
	return {
		url,
		title: line(json['title'], LONGEST_LINE) ?? new URL(url).host,
		type: (Object.hasOwn(TYPES, type) ? TYPES[type] : undefined) ?? 'other',
		...present({
			description: plainText(text(json['description']), LONGEST_DESCRIPTION) || undefined,
			provider: line(json['provider_name'], LONGEST_LINE),
			author: line(json['author_name'], LONGEST_LINE) ?? line(author, LONGEST_LINE),
			image: fileAddress(json['image'], border),
			blurhash: readBlurhash(json['blurhash']),
		}),
	};
}
