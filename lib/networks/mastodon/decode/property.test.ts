import { afterEach, describe, expect, it, test } from 'vitest';
import { attacks } from '../../../../tests/fixtures/attacks';
import * as mastodon from '../../../../tests/fixtures/mastodon-entities/mastodon';
import * as small from '../../../../tests/fixtures/mastodon-entities/mastodon-notices';
import * as others from '../../../../tests/fixtures/mastodon-entities/others';
import { BORDER } from '../../../../tests/fixtures/mastodon-entities/reading';
import { anyJson, mutations, randomOf } from '../../../../tests/fixtures/mutations';
import { checkPlain, WEB } from '../../../../tests/fixtures/plain-data';
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

afterEach(() => {
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('any JSON in place of any field gives our data or nothing', () => {
	test.each(cases)('%s', (_name, entity, read) => {
		let all = 0;
		for (const mutated of mutations(entity, randomOf(11))) {
			checkPlain(read(mutated), WEB);
			all++;
		}
		expect(all).toBeGreaterThan(20);
	});
});

describe('any JSON in place of an entity gives our data or nothing', () => {
	test.each(cases)('%s', (_name, _entity, read) => {
		const random = randomOf(12);
		for (let i = 0; i < 150; i++) checkPlain(read(anyJson(random)), WEB);
	});
});

describe('an attack in every string leaves words alone', () => {
	const payloads = attacks('evil.example:4711').map(({ html }) => html);
	test.each(cases)('%s', (_name, entity, read) => {
		for (const payload of payloads) {
			// With the ids and dates kept, so that the entity is read and not refused.
			const hostile = withStrings(entity, payload);
			const result = read(hostile);
			checkPlain(result, WEB);
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
