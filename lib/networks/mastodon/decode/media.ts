import type { Medium } from '../../../model';
import { plainText } from '../../../text';
import { count, each, finite, present, record, text } from '../../json';
import { fileAddress } from '../../web-address';
import type { Border } from './border';

const LONGEST_ALT = 20_000;
const BLURHASH = /^[0-9A-Za-z#$%*+,\-.:;=?@[\]^_{|}~]{6,200}$/;

const TYPES: Readonly<Record<string, Medium['type']>> = {
	image: 'image',
	video: 'video',
	gifv: 'gif',
	audio: 'audio',
};

/** https://docs.joinmastodon.org/entities/MediaAttachment/ */
export function readMedia(value: unknown, border: Border): readonly Medium[] | undefined {
	return each(value, 40, (one) => readMedium(one, border));
}

function readMedium(value: unknown, border: Border): Medium | undefined {
	const json = record(value);
	if (!json) return undefined;
	const type = text(json['type']);
	const remote = fileAddress(json['url'], border) ?? fileAddress(json['remote_url'], border);
	const preview = fileAddress(json['preview_url'], border);
	const alt = plainText(text(json['description']), LONGEST_ALT) || undefined;
	// Without an address it says at least that something was there, if its description says what.
	if (!remote && !preview && !alt) return undefined;
	return {
		type: (remote && Object.hasOwn(TYPES, type) ? TYPES[type] : undefined) ?? 'unknown',
		...present({ remote, preview, alt, blurhash: readBlurhash(json['blurhash']) }),
		...readMeta(json['meta']),
	};
}

export function readBlurhash(value: unknown): string | undefined {
	return typeof value === 'string' && BLURHASH.test(value) ? value : undefined;
}

function readMeta(value: unknown): Pick<Medium, 'width' | 'height' | 'duration' | 'focus'> {
	const meta = record(value);
	const original = record(meta?.['original']) ?? record(meta?.['small']);
	const duration = finite(original?.['duration']) ?? finite(meta?.['duration']);
	const focus = record(meta?.['focus']);
	const [x, y] = [finite(focus?.['x']), finite(focus?.['y'])];
	const isFocus = x !== undefined && y !== undefined && Math.abs(x) <= 1 && Math.abs(y) <= 1;
	return present({
		width: count(original?.['width']) || undefined,
		height: count(original?.['height']) || undefined,
		duration: duration !== undefined && duration > 0 ? duration : undefined,
		focus: isFocus ? { x, y } : undefined,
	});
}
