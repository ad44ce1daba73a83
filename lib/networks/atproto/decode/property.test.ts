import { afterEach, describe, expect, it, test } from 'vitest';
import * as embeds from '../../../../tests/fixtures/atproto-entities/embeds';
import { definitions, label } from '../../../../tests/fixtures/atproto-entities/labels';
import { notices } from '../../../../tests/fixtures/atproto-entities/notices';
import { ivo, mariaWhole } from '../../../../tests/fixtures/atproto-entities/people';
import { item, post, repost, withEmbed } from '../../../../tests/fixtures/atproto-entities/posts';
import { BORDER, WORDS } from '../../../../tests/fixtures/atproto-entities/reading';
import { attacks } from '../../../../tests/fixtures/attacks';
import { anyJson, mutations, randomOf } from '../../../../tests/fixtures/mutations';
import { checkPlain } from '../../../../tests/fixtures/plain-data';
import { Gathering } from './gathering';
import { readDefinitions } from './label-words';
import { readNotices } from './notice';
import { readFeedEntry } from './post';

const KEY = /^(at:\/\/did:[^\s]+|did:[a-z]+:[^\s]+)$/;

type Read = (value: unknown) => unknown;

/** What a decoder makes of anything, with all that it kept on the way. */
function gathered(read: (value: unknown, into: Gathering) => unknown): Read {
	return (value) => {
		const into = new Gathering(BORDER);
		const result = read(value, into);
		const all = into.all(WORDS);
		const people = all.accounts.map(({ key }) => key);
		return [result, all, into.relationships(people, WORDS)];
	};
}

const gated = {
	post: {
		...post,
		labels: [label('spoiler'), label('gory'), label('porn', { src: ivo.did })],
		threadgate: {
			record: { allow: [{ $type: 'app.bsky.feed.threadgate#mentionRule' }] },
			lists: [{ uri: 'at://x', name: 'y' }],
		},
	},
};
const embedded = Object.entries({
	images: embeds.images,
	gallery: { ...embeds.gallery, items: embeds.gallery.items.slice(0, 2) },
	video: embeds.video,
	external: embeds.external,
	quote: embeds.record(embeds.quoted),
	'quote with media': embeds.withMedia,
	'quote away': embeds.detached,
	feed: embeds.feed,
	list: embeds.list,
	'starter pack': embeds.starterPack,
});

const cases: [string, unknown, Read][] = [
	['post', item, gathered(readFeedEntry)],
	['repost', repost, gathered(readFeedEntry)],
	['labels and gates', gated, gathered(readFeedEntry)],
	...embedded.map(([name, embed]): [string, unknown, Read] => [
		name,
		withEmbed(embed),
		gathered(readFeedEntry),
	]),
	['account', mariaWhole, gathered((value, into) => into.account(value))],
	['account that says what it is', ivo, gathered((value, into) => into.account(value))],
	[
		'notices',
		notices,
		gathered((value, into) => readNotices(Array.isArray(value) ? value : [value], into)),
	],
	['definitions', definitions, (value) => Object.entries(readDefinitions(value, 'en'))],
];

afterEach(() => {
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('any JSON in place of any field gives our data or nothing', () => {
	test.each(cases)('%s', (_name, entity, read) => {
		let all = 0;
		for (const mutated of mutations(entity, randomOf(11))) {
			checkPlain(read(mutated), KEY);
			all++;
		}
		expect(all).toBeGreaterThan(20);
	});
});

describe('any JSON in place of an entity gives our data or nothing', () => {
	test.each(cases)('%s', (_name, _entity, read) => {
		const random = randomOf(12);
		for (let i = 0; i < 150; i++) checkPlain(read(anyJson(random)), KEY);
	});
});

describe('an attack in every string leaves plain words alone', () => {
	const payloads = attacks('evil.example:4711').map(({ html }) => html);
	test.each(cases)('%s', (_name, entity, read) => {
		for (const payload of payloads) checkPlain(read(withStrings(entity, payload)), KEY);
	});

	it('and a post that is read all the same', () => {
		for (const payload of payloads) {
			const into = new Gathering(BORDER);
			expect(readFeedEntry(withStrings(item, payload), into)).toBeDefined();
			expect(into.all(WORDS).posts).toHaveLength(2);
		}
	});
});

/** With what names things kept, so that the entity is read and not refused. */
const KEPT = new Set([
	'$type',
	'uri',
	'cid',
	'did',
	'indexedAt',
	'reason',
	'src',
	'val',
	'identifier',
]);

function withStrings(value: unknown, payload: string, name = ''): unknown {
	if (typeof value === 'string') return KEPT.has(name) ? value : payload;
	if (Array.isArray(value)) return value.map((one) => withStrings(one, payload, name));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, one]) => [key, withStrings(one, payload, key)]);
	return Object.fromEntries(entries);
}
