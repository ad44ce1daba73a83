import type { Said } from '../said';
import type { Meaning } from './meaning';

type Links = Meaning<'links'>;

const NEAR = 5;
const BESIDE = 2;
/** "Limit yourself to three". */
const LIMIT = 3;
/** Whoever lets so many limits nothing. */
const MANY = 50;

export function readLinks(said: Said, sentence: string): Links[] {
	if (!said.has('hashtag', 'link')) return [];
	const { free, allowed, forbidden, asked } = said.wants();
	if (free) return [];
	const most = mostTags(said);
	const found: Links[] = most === undefined ? [] : [{ class: 'links', says: 'many-tags', most }];
	if (allowed && !forbidden && !said.has('camel')) return found;
	const isUnwanted = forbidden || asked || said.has('without');
	if (said.has('hashtag') && said.has('camel') && !forbidden) {
		found.push({ class: 'links', says: 'camel-case' });
	}
	if (
		most === undefined &&
		said.near('hashtag', 'many', NEAR) &&
		!said.has('camel') &&
		isUnwanted
	) {
		found.push({ class: 'links', says: 'many-tags' });
	}
	const hosts = said.has('link') && forbidden ? hostsIn(said, sentence) : [];
	if (hosts.length > 0) {
		found.push({ class: 'links', says: 'hosts', hosts });
	} else if (isUnwanted && isAlone(said)) {
		found.push({ class: 'links', says: 'link-only' });
	}
	return found;
}

/** "Max. 3 hashtags", "no more than three hashtags": the number that stands beside them. */
function mostTags(said: Said): number | undefined {
	if (!said.has('number') || !said.near('most', 'number', LIMIT)) return undefined;
	if (said.near('least', 'number', BESIDE)) return undefined;
	const beside = said.closest('number', 'hashtag', BESIDE);
	const most = Number(beside?.value);
	return most > 0 && most < MANY ? most : undefined;
}

function isAlone(said: Said): boolean {
	if (said.near('alone', 'link', NEAR)) return true;
	return said.near('only', 'link', NEAR) && said.has('post');
}

export function linksMeaning(said: Said, sentence: string): Links {
	const hosts = hostsIn(said, sentence);
	if (said.has('camel')) return { class: 'links', says: 'camel-case' };
	if (said.has('hashtag')) {
		const most = mostTags(said);
		return { class: 'links', says: 'many-tags', ...(most === undefined ? {} : { most }) };
	}
	if (hosts.length > 0) return { class: 'links', says: 'hosts', hosts };
	return { class: 'links', says: 'link-only' };
}

const LONGEST_HOST = 80;
const ENDINGS = new Set(
	'com org net social app tv io me de fr es jp uk eu be ly co info xyz'.split(' '),
);

/** Hosts that it names, as such or by what people call them. */
function hostsIn(said: Said, sentence: string): string[] {
	const written = sentence
		.toLowerCase()
		.split(/[^a-z0-9.-]+/)
		.flatMap(hostOf);
	const named = said.all('service').map(({ value }) => value);
	const all = new Set([...written, ...named]);
	if (all.has('twitter.com')) all.add('x.com');
	// "x" is a host's name beside another alone.
	return all.size === 1 && all.has('x.com') && written.length === 0 ? [] : [...all];
}

function hostOf(piece: string): string[] {
	const bare = piece.endsWith('.') ? piece.slice(0, -1) : piece;
	const labels = bare.split('.');
	const isHost =
		bare.length <= LONGEST_HOST &&
		labels.length > 1 &&
		labels.every((label) => /^[a-z0-9-]+$/.test(label)) &&
		ENDINGS.has(labels.at(-1) ?? '');
	return isHost ? [bare.startsWith('www.') ? bare.slice(4) : bare] : [];
}
