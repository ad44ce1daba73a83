import type { PostUri, Translation } from '../../../model';
import { htmlToRichText, plainText } from '../../../text';
import { line, present, record, text } from '../../json';
import { readLanguage } from './language';
import { LONGEST_WARNING } from './status';

/**
 * https://docs.joinmastodon.org/entities/Translation/. As hostile as any text of a server: it went through one program
 * more. Undefined where it says nothing.
 */
export function readTranslation(
	value: unknown,
	asked: { key: PostUri; to: string },
): Translation | undefined {
	const json = record(value);
	const content = htmlToRichText(text(json?.['content']), { base: asked.key });
	if (content.text === '') return undefined;
	return {
		content,
		to: readLanguage(json?.['language']) ?? asked.to,
		...present({
			from: readLanguage(json?.['detected_source_language']),
			provider: line(json?.['provider'], 100),
			warning: plainText(text(json?.['spoiler_text']), LONGEST_WARNING) || undefined,
		}),
	};
}
