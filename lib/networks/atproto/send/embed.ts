import type { Attached, Content, Session } from '../../../model';
import { type Json, present, record } from '../../json';
import { NetworkProblem } from '../../problem';
import { pageAddress } from '../../web-address';
import { MOST_MEDIA } from '../limits';
import type { Ref } from './ref';

const EMBED = 'app.bsky.embed';
const VIDEO = 'video/mp4';

/**
 * What stands below the text: files, else a card, and a quoted post. Undefined for nothing. Throws `refused` for files
 * that no post takes.
 */
export function embedFor(
	content: Content,
	quoted: Ref | undefined,
	{ host }: Pick<Session, 'host'>,
): Json | undefined {
	const media = mediaOf(content, host) ?? cardOf(content);
	const quote = quoted && { $type: `${EMBED}.record`, record: quoted };
	return media && quote
		? { $type: `${EMBED}.recordWithMedia`, record: quote, media }
		: (quote ?? media);
}

function mediaOf({ media = [] }: Content, host: string): Json | undefined {
	const [first] = media;
	if (!first) return undefined;
	if (first.type === VIDEO && media.length === 1)
		return { $type: `${EMBED}.video`, video: fileOf(first), ...described(first) };
	const pictures = media.every(({ type }) => type.startsWith('image/'));
	if (!pictures || media.length > MOST_MEDIA) {
		const sentence = { key: 'sendNotTheseFiles', parameters: { host } };
		throw new NetworkProblem('refused', host, { sentence });
	}
	// `alt` is needed here, and empty where the author wrote none.
	const images = media.map((one) => ({ image: fileOf(one), alt: '', ...described(one) }));
	return { $type: `${EMBED}.images`, images };
}

const fileOf = ({ file }: Attached) => ({ $file: file });

function described({ alt, width, height }: Attached): Json {
	const aspectRatio = width && height ? { width, height } : undefined;
	return present({ alt: alt || undefined, aspectRatio });
}

function cardOf({ card }: Content): Json | undefined {
	const uri = pageAddress(card?.url);
	if (!card || uri === undefined) return undefined;
	const { title, description = '' } = card;
	return { $type: `${EMBED}.external`, external: { uri, title, description } };
}

/** Whether there is more in an embed than a card and a quoted post: of kinds that are not known too. */
export function hasFiles(embed: unknown): boolean {
	const { $type: kind, media } = record(embed) ?? {};
	if (kind === `${EMBED}.recordWithMedia`) return hasFiles(media);
	return kind !== undefined && kind !== `${EMBED}.record` && kind !== `${EMBED}.external`;
}
