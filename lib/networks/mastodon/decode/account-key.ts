import type { AccountUri } from '../../../model';
import { type Json, record, text } from '../../json';
import { keyAddress } from '../../web-address';
import type { Border } from './border';

type Derived = { from: RegExp; key: (found: RegExpExecArray) => string };

/**
 * The actor of a post by the post's own address, by the software that makes such addresses. Group `name` has to be
 * the account's. A post tells more than a profile: `/@name` may belong to three kinds of actors.
 */
const BY_POST: readonly Derived[] = [
	// Mastodon with numeric addresses (4.5), then Mastodon and GoToSocial.
	{ from: /^(\/ap\/users\/\d+)\/statuses\/./, key: (found) => found[1] ?? '' },
	{ from: /^(\/users\/(?<name>[^/]+))\/(statuses|boosts)\/./, key: (found) => found[1] ?? '' },
	// Hollo
	{ from: /^(\/@(?<name>[^/]+))\/[0-9a-f-]{36}/, key: (found) => found[1] ?? '' },
	// Pixelfed
	{ from: /^\/p\/(?<name>[^/]+)\/\d/, key: (found) => `/users/${found[1] ?? ''}` },
	// snac
	{ from: /^((?:\/[^/]+)*\/(?<name>[^/]+))\/p\/\d+\.\d/, key: (found) => found[1] ?? '' },
];

/** The actor of an account of the answering server itself, by the server's software. */
const OWN: Readonly<Record<string, (name: string) => string>> = {
	mastodon: (name) => `/users/${name}`,
	gotosocial: (name) => `/users/${name}`,
	pleroma: (name) => `/users/${name}`,
	akkoma: (name) => `/users/${name}`,
	pixelfed: (name) => `/users/${name}`,
	hollo: (name) => `/@${name}`,
};

/** Profiles at `/@name`: of Mastodon and GoToSocial, which are most; Hollo's and Misskey's are not known by them. */
const PROFILE = /^\/@([^/@]+)$/;

/**
 * The one key of an account, whichever server tells of it. In this order: `uri` (Mastodon 4.2 and later, snac and
 * Hollo); `pleroma.ap_id`; the address of a post of the account; the rule of the answering server's own software;
 * the profile. Only the last is a guess, and only for accounts of other servers, on servers that name no `uri`.
 */
export function accountKey(account: Json, border: Border, post?: string): AccountUri | undefined {
	const told = keyAddress(account['uri']) ?? keyAddress(record(account['pleroma'])?.['ap_id']);
	if (told !== undefined) return told;
	const profile = keyAddress(account['url']);
	if (profile === undefined) return undefined;
	const name = usernameOf(account);
	return byPost(profile, name, post) ?? ofOwn(profile, name, border) ?? byProfile(profile);
}

/** The same for somebody named by handle and profile alone; undefined where that would be a guess. */
export function mentionKey(mention: Json, border: Border): AccountUri | undefined {
	const profile = keyAddress(mention['url']);
	if (profile === undefined) return undefined;
	const own = ofOwn(profile, usernameOf(mention), border);
	return (
		own ??
		(/^\/(users|ap\/users|profile)\/[^/]+$/.test(new URL(profile).pathname) ? profile : undefined)
	);
}

function usernameOf(account: Json): string {
	return (
		text(account['username']) || (text(account['acct']).replace(/^@/, '').split('@', 1)[0] ?? '')
	);
}

function byPost(profile: string, name: string, post: string | undefined): string | undefined {
	if (post === undefined) return undefined;
	const { origin, pathname } = new URL(post);
	if (origin !== new URL(profile).origin) return undefined;
	for (const { from, key } of BY_POST) {
		const found = from.exec(pathname);
		const named = found?.groups?.['name'];
		if (!found || (named !== undefined && named.toLowerCase() !== name.toLowerCase())) continue;
		return origin + key(found);
	}
	return undefined;
}

function ofOwn(profile: string, name: string, { origin, software }: Border): string | undefined {
	const rule = Object.hasOwn(OWN, software) ? OWN[software] : undefined;
	const isOwn = new URL(profile).origin === origin && /^[\w.-]{1,200}$/.test(name);
	return rule && isOwn ? origin + rule(name) : undefined;
}

function byProfile(profile: string): string {
	const { origin, pathname } = new URL(profile);
	const name = PROFILE.exec(pathname)?.[1];
	return name === undefined ? profile : `${origin}/users/${name}`;
}
