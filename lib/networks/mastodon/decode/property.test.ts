import { afterEach, describe, expect, it, test } from 'vitest';
import { attacks } from '../../../../tests/fixtures/attacks';
import * as mastodon from '../../../../tests/fixtures/mastodon-entities/mastodon';
import * as small from '../../../../tests/fixtures/mastodon-entities/mastodon-notices';
import * as others from '../../../../tests/fixtures/mastodon-entities/others';
import { BORDER } from '../../../../tests/fixtures/mastodon-entities/reading';
import { anyJson, mutations, randomOf } from '../../../../tests/fixtures/mutations';
import { readAnnouncement } from './announcement';
import { readEdits } from './edits';
import { Gathering } from './gathering';
import { readGrouped } from './grouped';
import { readFollowedTag, readList } from './named';
import { readNotices } from './notice';
import { readRelationship } from './relationship';
import { readEntry } from './status';

/** What a decoder makes of anything, with all that it kept on the way. */
function gathered(read: (value: unknown, into: Gathering) => unknown) {
	return (value: unknown) => {
		const into = new Gathering(BORDER);
		const result = read(value, into);
		return [result, into.all()];
	};
}

const statuses: Readonly<Record<string, unknown>> = {
	status: mastodon.status,
	repost: mastodon.repost,
	mastodon42: others.mastodon42,
	gotosocial: others.gotosocial,
	pleroma: others.pleroma,
	fedibird: others.fedibird,
	pixelfed: others.pixelfed,
	hollo: others.hollo,
	snac: others.snac,
	snacRepost: others.snacRepost,
};

const cases: [string, unknown, (value: unknown) => unknown][] = [
	...Object.entries(statuses).map(
		([name, entity]): [string, unknown, (value: unknown) => unknown] => [
			name,
			entity,
			gathered(readEntry),
		],
	),
	['account', mastodon.maria, gathered((value, into) => into.account(value))],
	['moved account', mastodon.ivo, gathered((value, into) => into.account(value))],
	['notification', small.notification, gathered((value, into) => readNotices([value], into))],
	['warning', small.warning, gathered((value, into) => readNotices([value], into))],
	['severed', small.severed, gathered((value, into) => readNotices([value], into))],
	['grouped', small.grouped, gathered(readGrouped)],
	[
		'relationship',
		small.relationship,
		(value) => readRelationship(value, BORDER.by, 'https://a.example/1'),
	],
	['announcement', small.announcement, (value) => readAnnouncement(value, BORDER)],
	['list', small.list, (value) => readList(value, BORDER.by)],
	['tag', small.tag, (value) => readFollowedTag(value, BORDER.by)],
	['edits', [mastodon.status, mastodon.quoted], (value) => readEdits(value, 'https://a.example/1')],
];

const ADDRESSES = new Set([
	'key',
	'url',
	'remote',
	'preview',
	'avatar',
	'header',
	'href',
	'image',
	'still',
	'activity',
	'author',
	'account',
	'by',
	'post',
]);
const CONTACTED = new Set(['remote', 'preview', 'avatar', 'header', 'image', 'still']);
/** What a name or a title may be; the text of a post is the longest of all. */
const LONGEST: Readonly<Record<string, number>> = {
	name: 255,
	title: 500,
	handle: 460,
	warning: 5000,
	alt: 20_000,
	description: 1000,
	localId: 128,
	language: 40,
};

const OVERRIDE = /[\u202A-\u202E]/;
const WEB = /^https?:\/\/[^\s]+$/i;
const NEAR = /^https:\/\/(127\.|10\.|192\.168\.|localhost|\[)/;

/** What in a result is not plain data of ours. */
function* faults(value: unknown, name = '', within = ''): Generator<string> {
	if (typeof value === 'string') yield* faultsOf(value, name, within);
	else if (Array.isArray(value)) for (const one of value) yield* faults(one, name, within);
	else if (typeof value === 'object' && value !== null) yield* faultsIn(value, name);
	else if (typeof value === 'number' && !Number.isFinite(value)) yield `${name} is ${value}`;
	else if (typeof value === 'function' || typeof value === 'symbol') yield `${name} is no data`;
}

function* faultsIn(value: object, name: string): Generator<string> {
	if (Object.getPrototypeOf(value) !== Object.prototype) yield `${name} has a prototype`;
	if (Object.hasOwn(value, '__proto__')) yield `${name} holds __proto__`;
	for (const [key, one] of Object.entries(value)) yield* faults(one, key, name);
}

function* faultsOf(value: string, name: string, within: string): Generator<string> {
	const shown = `${within}.${name}: ${value.slice(0, 80)}`;
	if (value.length > (LONGEST[name] ?? 70_000)) yield `long ${shown}`;
	if (!value.isWellFormed()) yield `broken ${shown}`;
	if (OVERRIDE.test(value) || hasControl(value)) yield `control ${shown}`;
	const isWords = name === 'author' && within === 'card';
	if (ADDRESSES.has(name) && !isWords && value !== '' && !WEB.test(value)) yield `address ${shown}`;
	if (CONTACTED.has(name) && (NEAR.test(value) || !value.startsWith('https:')))
		yield `near ${shown}`;
}

function hasControl(value: string): boolean {
	for (let i = 0; i < value.length; i++) {
		const code = value.charCodeAt(i);
		if ((code < 32 && code !== 9 && code !== 10) || code === 127) return true;
	}
	return false;
}

function checkPlain(value: unknown): void {
	const [first] = faults(value);
	if (first !== undefined) expect.fail(first);
}

afterEach(() => {
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('any JSON in place of any field gives our data or nothing', () => {
	test.each(cases)('%s', (_name, entity, read) => {
		let all = 0;
		for (const mutated of mutations(entity, randomOf(11))) {
			checkPlain(read(mutated));
			all++;
		}
		expect(all).toBeGreaterThan(20);
	});
});

describe('any JSON in place of an entity gives our data or nothing', () => {
	test.each(cases)('%s', (_name, _entity, read) => {
		const random = randomOf(12);
		for (let i = 0; i < 150; i++) checkPlain(read(anyJson(random)));
	});
});

describe('an attack in every string leaves words alone', () => {
	const payloads = attacks('evil.example:4711').map(({ html }) => html);
	test.each(cases)('%s', (_name, entity, read) => {
		for (const payload of payloads) {
			// With the ids and dates kept, so that the entity is read and not refused.
			const hostile = withStrings(entity, payload);
			const result = read(hostile);
			checkPlain(result);
		}
	});

	it('and an entity that is read all the same', () => {
		for (const payload of payloads) {
			const { posts, accounts } = gatheredAll(withStrings(mastodon.status, payload));
			expect([posts.length, accounts.length]).toEqual([2, 2]);
		}
	});
});

function gatheredAll(status: unknown) {
	const into = new Gathering(BORDER);
	readEntry(status, into);
	return into.all();
}

const KEPT = new Set([
	'id',
	'uri',
	'acct',
	'username',
	'created_at',
	'group_key',
	'type',
	'most_recent_notification_id',
	'latest_page_notification_at',
	'published_at',
	'state',
]);

function withStrings(value: unknown, payload: string, name = ''): unknown {
	if (typeof value === 'string') return KEPT.has(name) ? value : payload;
	if (Array.isArray(value)) return value.map((one) => withStrings(one, payload, name));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, one]) => [key, withStrings(one, payload, key)]);
	return Object.fromEntries(entries);
}
