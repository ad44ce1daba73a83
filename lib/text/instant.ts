import type { Instant } from '../model';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** `Sat Feb 18 12:33:11 +0000 2023` */
const TWITTER = /^\w{3} \w{3} \d{2} \d{2}:\d{2}:\d{2} [+-]\d{4} \d{4}$/;
/** `2013-03-09 08:12:22 +0000` of the earliest archives, and ISO 8601. */
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) ?(Z|[+-]\d{2}:?\d{2})$/;
/** Twitter opened in 2006; a post from before that, or from another century, has a broken date. */
const EARLIEST = Date.UTC(2006, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Reads the date formats of the networks' APIs and archives, always to the same instant whatever the locale.
 * Undefined for anything else, and for dates before 2006 or after 2099.
 */
export function parseInstant(text: unknown): Instant | undefined {
	if (typeof text !== 'string') return undefined;
	const instant = fromTwitter(text) ?? fromIso(text);
	return instant !== undefined && instant >= EARLIEST && instant < LATEST ? instant : undefined;
}

/** As ISO 8601 in UTC with milliseconds: always 24 characters, in order of time. */
export function writeInstant(at: Instant): string {
	return new Date(at).toISOString();
}

/** Read by position: an archive has one for every post. */
function fromTwitter(text: string): Instant | undefined {
	if (text.length !== 30 || !TWITTER.test(text)) return undefined;
	const month = MONTHS.indexOf(text.slice(4, 7));
	if (month % 3 !== 0) return undefined;
	const number = (from: number, to: number) => Number(text.slice(from, to));
	const utc = Date.UTC(
		number(26, 30),
		month / 3,
		number(8, 10),
		number(11, 13),
		number(14, 16),
		number(17, 19),
	);
	const zone = number(20, 25);
	return utc - (Math.trunc(zone / 100) * 60 + (zone % 100)) * 60_000;
}

function fromIso(text: string): Instant | undefined {
	const parts = ISO.exec(text);
	if (!parts) return undefined;
	const instant = Date.parse(`${parts[1]}T${parts[2]}${zoneOf(parts[3] ?? 'Z')}`);
	return Number.isNaN(instant) ? undefined : instant;
}

function zoneOf(zone: string): string {
	return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
}
