import { describe, expect, it } from 'vitest';
import { dice } from '../../tests/fixtures/dice';
import type { Account, SaidOfTwo } from '../model';
import { createRegister } from './directory';
import { strengthOf } from './evidence';
import { gather, type Surroundings } from './gather';

const AT = 1_700_000_000_000;
const link = (href: string) => ({
	text: href,
	facets: [{ start: 0, end: href.length, type: 'link' as const, href }],
});
const town = (name: string, more: Partial<Account> = {}): Account => ({
	key: `https://chaos.example/users/${name}`,
	handle: `${name}@chaos.example`,
	name,
	network: 'mastodon',
	url: `https://chaos.example/@${name}`,
	...more,
});
const square = (name: string, more: Partial<Account> = {}): Account => ({
	key: `did:plc:${name.padEnd(24, 'a')}`,
	handle: `${name}.square.example`,
	name,
	network: 'atproto',
	...more,
});

function around(all: readonly Account[], more: Partial<Surroundings> = {}): Surroundings {
	const directory = createRegister();
	for (const account of all) directory.add(account);
	return { directory, mine: new Map(), said: [], ...more };
}

/** Handles of one human's accounts, and of those that may be. */
function found(start: Account, all: readonly Account[], more: Partial<Surroundings> = {}) {
	const { members, perhaps, apart } = gather(start, around(all, more));
	const names = (list: readonly { account: Account }[]) =>
		list.map(({ account }) => account.handle);
	return { same: names(members).slice(1), perhaps: names(perhaps), apart: names(apart) };
}

const NOBODY = { same: [], perhaps: [], apart: [] };
const MARIA = town('maria', { bio: { text: 'Also @maria.square.example' } });
const THERE = square('maria', { bio: { text: 'I am https://chaos.example/@maria' } });

describe('one human', () => {
	it('is proven by two profiles that name each other, from either side', () => {
		const all = [MARIA, THERE, town('ben')];
		expect(found(MARIA, all)).toEqual({ ...NOBODY, same: [THERE.handle] });
		expect(found(THERE, all)).toEqual({ ...NOBODY, same: [MARIA.handle] });
		const [, member] = gather(MARIA, around(all)).members;
		expect(strengthOf(member?.evidence ?? [])).toBe('proven');
	});

	it('is proven by a link that a server saw lead back, to the very address of the other profile', () => {
		const other = town('maria_b');
		const line = (href: string) => [{ name: 'Me', value: link(href), verifiedAt: AT }];
		const one = town('maria', { fields: line('https://chaos.example/@maria_b/') });
		expect(found(other, [one, other]).same).toEqual([one.handle]);
		const elsewhere = town('maria', { fields: line('https://evil.example/@maria_b') });
		expect(found(other, [elsewhere, other])).toEqual(NOBODY);
		const plain = town('maria', { fields: line('http://chaos.example/@maria_b') });
		expect(found(other, [plain, other])).toEqual(NOBODY);
	});

	it('is proven by the front page of a domain that is the handle, and by no other page there', () => {
		const domain = square('maria', { handle: 'maria.example' });
		const line = (href: string) => [{ name: 'Web', value: link(href), verifiedAt: AT }];
		for (const href of ['https://maria.example/', 'https://www.maria.example']) {
			const one = town('maria', { fields: line(href) });
			expect(found(one, [one, domain]).same).toEqual([domain.handle]);
		}
		for (const href of [
			'https://maria.example/~guest',
			'https://maria.example/?page=guest',
			'https://maria.example:8443/',
			'http://maria.example/',
			'https://guests.maria.example/',
		]) {
			const one = town('maria', { fields: line(href) });
			expect(found(one, [one, domain]), href).toEqual(NOBODY);
		}
	});

	it('is what all of my accounts and archives are', () => {
		const mine = [town('ada'), square('alice')] as const;
		const archive: Account = { key: 'tw:1', handle: 'ada', name: 'Ada' };
		const more = {
			mine: new Map([
				[mine[0].key, 'signedIn' as const],
				[mine[1].key, 'signedIn' as const],
				['tw:1', 'imported' as const],
			]),
		};
		expect(found(mine[0], [...mine, archive, MARIA], more).same).toEqual([mine[1].handle, 'ada']);
		expect(found(MARIA, [...mine, archive, MARIA], more)).toEqual(NOBODY);
	});
});

describe('what one side claims', () => {
	it.each([
		['in its description', { bio: { text: 'The real @maria.square.example' } }],
		['in a line', { fields: [{ name: 'Me', value: { text: 'maria.square.example' } }] }],
		['by the key', { bio: link('https://bsky.app/profile/did:plc:mariaaaaaaaaaaaaaaaaaaaa') }],
		['as where it moved', { moved: { account: THERE.key, handle: THERE.handle } }],
		[
			'by a page of its own that shows the other',
			{
				fields: [
					{
						name: 'Me',
						value: link('https://bsky.app/profile/maria.square.example'),
						verifiedAt: AT,
					},
				],
			},
		],
	])('%s is offered and joins nobody', (_, more: Partial<Account>) => {
		const liar = town('liar', more);
		const silent = { ...THERE, bio: { text: 'Nothing to see' } };
		for (const [start, other] of [
			[liar, silent],
			[silent, liar],
		] as const) {
			expect(found(start, [liar, silent])).toEqual({ ...NOBODY, perhaps: [other.handle] });
		}
	});

	it('joins nobody by a name, a picture, or letters that look alike', () => {
		const alike = { name: 'Maria', avatar: 'https://chaos.example/maria.png' };
		const cyrillic = square('cyril', { ...alike, handle: 'm\u0430ria.square.example' });
		const one = town('maria', { ...alike, bio: { text: 'Also @m\u0430ria.square.example' } });
		const other = town('other', alike);
		expect(found(other, [one, { ...THERE, ...alike }, other])).toEqual(NOBODY);
		expect(found(one, [one, { ...THERE, ...alike }, other]).same).toEqual([]);
		expect(found(THERE, [{ ...MARIA, ...alike }, cyrillic, THERE]).same).toEqual([MARIA.handle]);
	});

	it('cannot make an account answer for a profile on a host that is not its own', () => {
		const thief: Account = {
			...town('thief'),
			key: 'https://evil.example/users/thief',
			handle: 'thief@evil.example',
			url: 'https://chaos.example/@maria',
			bio: { text: 'Also @maria.square.example' },
		};
		expect(found(THERE, [thief, THERE])).toEqual({ ...NOBODY, perhaps: [thief.handle] });
	});

	it('proves nothing by a handle that two accounts are stored under', () => {
		const former = square('mariaold', {
			handle: THERE.handle,
			bio: { text: '@maria@chaos.example' },
		});
		expect(found(MARIA, [MARIA, THERE, former]).same).toEqual([]);
		expect(found(MARIA, [MARIA, THERE, former]).perhaps).toEqual([THERE.handle, former.handle]);
	});

	it('proves nothing by two of one network that mention each other, but by lines of both', () => {
		const names = (name: string) => ({ bio: { text: `Married to @${name}@chaos.example` } });
		const couple = [town('ann', names('bea')), town('bea', names('ann'))] as const;
		expect(found(couple[0], couple)).toEqual({ ...NOBODY, perhaps: ['bea@chaos.example'] });
		const lines = (name: string) => ({
			fields: [{ name: 'Other account', value: link(`https://chaos.example/@${name}`) }],
		});
		const both = [town('ann', lines('bea')), town('bea', lines('ann'))] as const;
		expect(found(both[0], both).same).toEqual(['bea@chaos.example']);
	});

	it('of a handle of the archive is offered to its owner', () => {
		const archive: Account = { key: 'tw:1', handle: 'Ada_L', name: 'Ada' };
		for (const href of ['https://x.com/ada_l?s=20', 'https://mobile.twitter.com/@Ada_L/']) {
			const one = town('somebody', { bio: link(href) });
			expect(found(archive, [archive, one])).toEqual({ ...NOBODY, perhaps: [one.handle] });
		}
		for (const href of [
			'https://x.com/ada_l/status/1',
			'https://x.com.evil.example/ada_l',
			'https://x.com/home',
		]) {
			const one = town('somebody', { bio: link(href) });
			expect(found(archive, [archive, one]), href).toEqual(NOBODY);
		}
	});
});

describe('what the person says', () => {
	const said = (one: Account, other: Account, same: boolean): SaidOfTwo => ({
		one: one.key,
		other: other.key,
		same,
		at: AT,
	});

	it('joins and parts, whatever the profiles say, and for both sides', () => {
		const ben = town('ben');
		const all = [MARIA, THERE, ben];
		const joined = { said: [said(MARIA, ben, true)] };
		expect(found(ben, all, joined).same).toEqual([MARIA.handle, THERE.handle]);
		const parted = { said: [said(MARIA, THERE, false)] };
		expect(found(MARIA, all, parted)).toEqual({ ...NOBODY, apart: [THERE.handle] });
		expect(found(THERE, all, parted)).toEqual({ ...NOBODY, apart: [MARIA.handle] });
	});

	it('keeps two apart on the page of a third', () => {
		const ben = town('ben');
		const more = { said: [said(ben, MARIA, true), said(ben, THERE, false)] };
		const { same, apart } = found(ben, [MARIA, THERE, ben], more);
		expect({ same, apart }).toEqual({ same: [MARIA.handle], apart: [THERE.handle] });
	});
});

/** Accounts that name each other at random; the names that each of them gives. */
function village(seed: number): Account[] {
	const roll = dice(seed);
	const people = Array.from({ length: 8 }, (_, n) =>
		n % 2 === 0 ? town(`p${n}`) : square(`p${n}`),
	);
	return people.map((one) => {
		const words = Array.from({ length: roll(3) }, () => people[roll(people.length)]).flatMap(
			(other) => (other && other !== one ? [`@${other.handle}`] : []),
		);
		const place = roll(3);
		if (words.length === 0) return one;
		if (place === 0) return { ...one, bio: { text: words.join(' ') } };
		if (place === 1)
			return { ...one, fields: words.map((text) => ({ name: 'Me', value: { text } })) };
		return { ...one, moved: { account: people[roll(people.length)]?.key ?? '', handle: '' } };
	});
}

it('whatever profiles say, nobody is joined with somebody who does not name them back', () => {
	let joins = 0;
	for (let seed = 1; seed <= 150; seed++) {
		const all = village(seed);
		const world = around(all);
		const names = (one: Account, other: Account) =>
			world.directory.names(one).some(({ token }) => world.directory.called(token).includes(other));
		for (const start of all) {
			const { members, perhaps } = gather(start, world);
			const keys = new Set(members.map(({ account }) => account.key));
			expect(keys.size).toBe(members.length);
			expect(perhaps.filter(({ account }) => keys.has(account.key))).toEqual([]);
			for (const { account } of members.slice(1)) {
				joins++;
				const isBacked = members.some(
					(one) => names(one.account, account) && names(account, one.account),
				);
				expect(isBacked, `seed ${seed}: ${start.key} with ${account.key}`).toBe(true);
			}
			for (const { account } of members) {
				// Who is one human is so from every side.
				const there = gather(account, world).members.map((one) => one.account.key);
				expect(new Set(there)).toEqual(keys);
			}
		}
	}
	expect(joins).toBeGreaterThan(20);
});
