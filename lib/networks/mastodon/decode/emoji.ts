import type { Emoji } from '../../../model';
import { each, record } from '../../json';
import { fileAddress } from '../../web-address';
import type { Border } from './border';

const SHORTCODE = /^[^\s:\p{C}]{1,64}$/u;

/** https://docs.joinmastodon.org/entities/CustomEmoji/ */
export function readEmojis(
	value: unknown,
	border: Border,
	most = 100,
): readonly Emoji[] | undefined {
	return each(value, most, (one) => {
		const json = record(one);
		const url = fileAddress(json?.['url'], border);
		const shortcode = json?.['shortcode'];
		if (!url || typeof shortcode !== 'string' || !SHORTCODE.test(shortcode)) return undefined;
		const still = fileAddress(json?.['static_url'], border);
		return { shortcode, url, ...(still && still !== url ? { still } : {}) };
	});
}
