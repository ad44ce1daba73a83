import { createHash } from 'node:crypto';
import type { World } from './model';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The next id of a thing made at `at`, in the form the program uses; later things have greater ids. */
export function makeId(world: World, at: number): string {
	world.serial += 1;
	const n = world.serial;
	switch (world.traits.ids) {
		case 'snowflake':
			return String((BigInt(at) << 16n) | BigInt(n & 0xffff));
		case 'ulid':
			return digits(BigInt(at), CROCKFORD, 10) + digits(BigInt(n), CROCKFORD, 16);
		case 'flake':
			return digits((BigInt(at) << 64n) | BigInt(n), BASE62, 18);
		case 'uuid': {
			const hex = `${at.toString(16).padStart(12, '0')}7${n.toString(16).padStart(19, '0')}`;
			return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
		}
		case 'mid':
			return String(Math.floor(at / 1000)).padStart(10, '0') + n.toString(16).padStart(32, '0');
	}
}

/** People have their own form on snac: md5 of the actor's address. */
export function makePersonId(world: World, at: number, uri: string): string {
	return world.traits.ids === 'mid'
		? createHash('md5').update(uri).digest('hex')
		: makeId(world, at);
}

/** Notices, lists, marks, filters, rules: plain numbers on Mastodon, all of one length. */
export function makeSerial(world: World, at: number): string {
	if (world.traits.ids !== 'snowflake') return makeId(world, at);
	world.serial += 1;
	return String(100_000_000 + world.serial);
}

export function compareIds(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

function digits(value: bigint, alphabet: string, length: number): string {
	const base = BigInt(alphabet.length);
	let [rest, out] = [value, ''];
	while (out.length < length) {
		out = (alphabet[Number(rest % base)] ?? '') + out;
		rest /= base;
	}
	return out;
}
