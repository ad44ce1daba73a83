import { createHash } from 'node:crypto';
import { actor, emojiEntity, iso, isoOrNull } from '../entities/account';
import { instanceV1, instanceV2, ruleEntities } from '../entities/instance';
import { escapeHtml } from '../html';
import { text } from '../http/fields';
import { isProbe } from '../http/probes';
import {
	type Answer,
	type Call,
	ok,
	Refusal,
	type Route,
	recordNotFound,
	route,
} from '../http/route';
import type { Announcement, World } from '../model';
import { findPerson } from '../world';

const nodeinfo = (world: World) => {
	const { software, registrations } = world.traits;
	const people = [...world.people.values()].filter(({ host }) => host === null).length;
	return {
		version: '2.0',
		software: { name: software.name, version: software.version },
		protocols: ['activitypub'],
		services: { outbound: [], inbound: [] },
		usage: {
			users: { total: people, activeMonth: people, activeHalfyear: people },
			localPosts: world.posts.size,
		},
		openRegistrations: registrations.enabled && !registrations.approval,
		metadata: { nodeName: world.title, nodeDescription: world.texts.description },
	};
};

/** Where a program keeps its nodeinfo. */
const nodeinfoPath = (world: World): string =>
	world.traits.instanceStyle === 'snac' ? '/nodeinfo_2_0' : '/nodeinfo/2.0';

const serveNodeinfo = ({ world, url }: { world: World; url: URL }) => {
	if (url.pathname !== nodeinfoPath(world)) throw recordNotFound();
	return ok(nodeinfo(world));
};

function announcement(world: World, one: Announcement, viewer: string) {
	const withReactions = !world.traits.lacks.includes('announcement reactions');
	return {
		id: one.id,
		content: `<p>${one.text}</p>`,
		starts_at: isoOrNull(one.startsAt),
		ends_at: isoOrNull(one.endsAt),
		all_day: one.allDay,
		published_at: iso(one.publishedAt),
		updated_at: iso(one.updatedAt),
		read: one.read.has(viewer),
		mentions: [],
		statuses: [],
		tags: [],
		emojis: [],
		reactions: withReactions
			? [...one.reactions].map(([name, by]) => ({ name, count: by.size, me: by.has(viewer) }))
			: [],
	};
}

function findAnnouncement(world: World, id: string): Announcement {
	const found = world.announcements.find((one) => one.id === id);
	if (!found) throw recordNotFound();
	return found;
}

function react(world: World, id: string, name: string, me: string, add: boolean) {
	const found = findAnnouncement(world, id);
	const by = found.reactions.get(name) ?? new Set<string>();
	if (add) by.add(me);
	else by.delete(me);
	if (by.size === 0) found.reactions.delete(name);
	else found.reactions.set(name, by);
	for (const listener of world.listeners) {
		listener({ kind: 'announcement.reaction', announcement: found, name, count: by.size });
	}
	return ok({});
}

function page(world: World, content: string | null, key: string) {
	if (content === null) throw recordNotFound();
	return ok({
		[key]: iso(world.now() - 90 * 86_400_000),
		...(key === 'effective_date' ? { effective: true, succeeded_by: null } : {}),
		content,
	});
}

/** A person's page, or the actor for programs. */
function servePerson({ world, part, request }: Call): Answer {
	const person = findPerson(world, part('name'));
	if (!person) throw recordNotFound();
	if (/activity\+json|ld\+json/.test(request.headers.accept ?? '')) {
		return { json: actor(world, person), type: 'application/activity+json; charset=utf-8' };
	}
	return {
		html: `<!DOCTYPE html><title>${person.username}</title><h1>${person.username}</h1>`,
	};
}

/** snac has its people at the root; the last of all routes, since it fits any word. */
export const ROOT_ROUTES: readonly Route[] = [
	route('GET /:name', {}, (call) => {
		const { world, part } = call;
		const isThere = world.traits.instanceStyle === 'snac' && findPerson(world, part('name'));
		if (isThere) return servePerson(call);
		throw new Refusal(404, `there is no GET /${part('name')}`, {
			problem: !isProbe(`/${part('name')}`),
		});
	}),
];

const discovery: readonly Route[] = [
	// The page for people: asked without reading it, by whoever wants to know whether anybody answers.
	route('GET /', {}, ({ world }) => ({
		html: `<!DOCTYPE html><title>${escapeHtml(world.title)}</title>`,
	})),
	route('GET /.well-known/nodeinfo', {}, ({ world }) =>
		ok({
			links: [
				{
					rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0',
					href: `${world.origin}${nodeinfoPath(world)}`,
				},
			],
		}),
	),
	route('GET /nodeinfo/2.0', {}, serveNodeinfo),
	route('GET /nodeinfo_2_0', {}, serveNodeinfo),
	route('GET /.well-known/host-meta', { feature: 'host-meta' }, ({ world }) => ({
		text: `<?xml version="1.0" encoding="UTF-8"?>\n<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0"><Link rel="lrdd" template="${world.origin}/.well-known/webfinger?resource={uri}"/></XRD>`,
		type: 'application/xrd+xml; charset=utf-8',
	})),
	route('GET /.well-known/webfinger', { input: { resource: text } }, ({ world, input }) => {
		const address = /^acct:@?([^@]+)@(.+)$/.exec(input.resource ?? '');
		const byUrl = [...world.people.values()].find(
			(person) => person.host === null && [person.uri, person.url].includes(input.resource ?? ''),
		);
		const person = address ? findPerson(world, address[1] ?? '', address[2]) : byUrl;
		if (person?.host !== null) throw new Refusal(404, 'Record not found');
		return {
			json: {
				subject: `acct:${person.username}@${world.host}`,
				aliases: [person.url, person.uri],
				links: [
					{ rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: person.url },
					{ rel: 'self', type: 'application/activity+json', href: person.uri },
				],
			},
			type: 'application/jrd+json; charset=utf-8',
		};
	}),
	route('GET /.well-known/oauth-authorization-server', { feature: 'discovery' }, ({ world }) => {
		const { origin, traits } = world;
		return ok({
			issuer: `${origin}/`,
			service_documentation: 'https://docs.joinmastodon.org/',
			authorization_endpoint: `${origin}/oauth/authorize`,
			token_endpoint: `${origin}/oauth/token`,
			app_registration_endpoint: `${origin}/api/v1/apps`,
			revocation_endpoint: `${origin}/oauth/revoke`,
			userinfo_endpoint: `${origin}/oauth/userinfo`,
			scopes_supported: traits.oauth.scopes,
			response_types_supported: ['code'],
			response_modes_supported: ['query', 'fragment', 'form_post'],
			grant_types_supported: ['authorization_code', 'client_credentials'],
			token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
			code_challenge_methods_supported: traits.oauth.pkce ? ['S256'] : [],
		});
	}),
	...['/users/:name', '/@:name', '/actors/:name'].map((path) =>
		route(`GET ${path}`, {}, (call) => servePerson(call)),
	),
];

const about: readonly Route[] = [
	route('GET /api/v1/instance', { auth: 'open instance' }, ({ world }) => ok(instanceV1(world))),
	route('GET /api/v2/instance', { auth: 'open instance', feature: 'instance v2' }, ({ world }) =>
		ok(instanceV2(world)),
	),
	route('GET /api/v1/instance/rules', { feature: 'rules' }, ({ world }) => ok(ruleEntities(world))),
	route(
		'GET /api/v1/instance/extended_description',
		{ feature: 'extended description' },
		({ world }) => page(world, world.texts.about, 'updated_at'),
	),
	route('GET /api/v1/instance/privacy_policy', { feature: 'privacy policy' }, ({ world }) =>
		page(world, world.texts.privacy, 'updated_at'),
	),
	route('GET /api/v1/instance/terms_of_service', { feature: 'terms of service' }, ({ world }) =>
		page(world, world.texts.terms, 'effective_date'),
	),
	route('GET /api/v1/instance/peers', { auth: 'maybe', feature: 'peers' }, ({ world }) => {
		const hosts = [...world.people.values()].flatMap(({ host }) => host ?? []);
		return ok([...new Set([...hosts, ...[...world.peers].map(({ host }) => host)])]);
	}),
	route(
		'GET /api/v1/instance/domain_blocks',
		{ auth: 'maybe', feature: 'domain blocks' },
		(call) => {
			const { world, viewer } = call;
			const rule = world.traits.domainBlocks;
			if (rule === 'token' && !viewer) {
				throw new Refusal(
					401,
					'Unauthorized: peers blocked query requires an authenticated account/user',
				);
			}
			if (rule === 'hidden') throw new Refusal(404, '', { json: '' });
			if (rule === 'empty') return ok([]);
			return ok(
				world.hostBlocks.map(({ host, shown, severity, comment }) => ({
					domain: shown,
					digest: createHash('sha256').update(host).digest('hex'),
					severity,
					comment,
				})),
			);
		},
	),
	route('GET /api/v1/custom_emojis', {}, ({ world }) => ok(world.emoji.map(emojiEntity))),
];

const announcements: readonly Route[] = [
	route(
		'GET /api/v1/announcements',
		{ auth: 'user', feature: 'announcements', input: { with_dismissed: text } },
		({ world, me }) => ok(world.announcements.map((one) => announcement(world, one, me.id))),
	),
	route(
		'POST /api/v1/announcements/:id/dismiss',
		{ auth: 'user', scope: 'write:accounts', feature: 'dismiss announcements' },
		({ world, me, part }) => {
			findAnnouncement(world, part('id')).read.add(me.id);
			return ok({});
		},
	),
	route(
		'PUT /api/v1/announcements/:id/reactions/:name',
		{ auth: 'user', scope: 'write:favourites', feature: 'announcement reactions' },
		({ world, me, part }) => react(world, part('id'), part('name'), me.id, true),
	),
	route(
		'DELETE /api/v1/announcements/:id/reactions/:name',
		{ auth: 'user', scope: 'write:favourites', feature: 'announcement reactions' },
		({ world, me, part }) => react(world, part('id'), part('name'), me.id, false),
	),
];

/** Pictures and other files. */
const files: readonly Route[] = [
	route('GET /files/*', {}, ({ world, part }) => {
		const found = world.files.get(part('rest'));
		if (!found) throw recordNotFound();
		return {
			bytes: found.bytes,
			type: found.type,
			headers: { 'cache-control': 'public, max-age=31536000', 'access-control-allow-origin': '*' },
		};
	}),
	...['/avatars/missing.png', '/headers/missing.png', '/thumbnail.png'].map((path) =>
		route(`GET ${path}`, {}, ({ world }) => {
			const found = world.files.get('missing.png');
			if (!found) throw recordNotFound();
			return { bytes: found.bytes, type: found.type };
		}),
	),
];

export const INSTANCE_ROUTES: readonly Route[] = [
	...discovery,
	...about,
	...announcements,
	...files,
];
export const announcementEntity = announcement;
