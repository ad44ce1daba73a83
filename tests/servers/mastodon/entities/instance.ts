import type { World } from '../model';
import { findPerson } from '../world';
import { account } from './account';

const IMAGES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'];
const OTHERS = [
	'video/webm',
	'video/mp4',
	'video/quicktime',
	'audio/mpeg',
	'audio/ogg',
	'audio/wav',
];

const contactOf = (world: World) => {
	const person = world.contact === undefined ? undefined : findPerson(world, world.contact);
	return person ? account(world, person) : null;
};

export const ruleEntities = (world: World) => {
	const plain = world.traits.name === 'mastodon-4.2' || world.traits.instanceStyle !== 'mastodon';
	return world.rules.map(({ id, text, hint, translations }) =>
		plain ? { id, text } : { id, text, hint, translations },
	);
};

function configuration(world: World) {
	const { limits, instanceStyle, apiVersion } = world.traits;
	return {
		accounts: {
			max_featured_tags: 10,
			...(apiVersion === undefined
				? {}
				: { max_pinned_statuses: 5, max_display_name_length: 30, max_note_length: 500 }),
		},
		statuses: {
			max_characters: limits.characters,
			max_media_attachments: limits.media,
			characters_reserved_per_url: limits.reservedPerUrl,
			...(instanceStyle === 'gotosocial'
				? { supported_mime_types: ['text/plain', 'text/markdown'] }
				: {}),
		},
		media_attachments: {
			supported_mime_types: [...IMAGES, ...OTHERS],
			...(limits.description === undefined ? {} : { description_limit: limits.description }),
			image_size_limit: 16_777_216,
			image_matrix_limit: 33_177_600,
			video_size_limit: 103_809_024,
			video_frame_rate_limit: 120,
			video_matrix_limit: 8_294_400,
		},
		polls: {
			max_options: limits.pollOptions,
			max_characters_per_option: limits.pollOption,
			min_expiration: 300,
			max_expiration: 2_629_746,
		},
	};
}

function streamingUrl(world: World): string {
	const { traits, origin } = world;
	return traits.streamingScheme === 'wss'
		? origin.replace(/^http:/, 'wss:')
		: origin.replace(/^http/, 'ws');
}

const streams = (world: World): boolean => !world.traits.lacks.includes('streaming');
const people = (world: World): number =>
	[...world.people.values()].filter(({ host }) => host === null).length;

function urls(world: World) {
	const { traits, texts, origin } = world;
	const newer = traits.apiVersion !== undefined && traits.instanceStyle === 'mastodon';
	return {
		...(streams(world) ? { streaming: streamingUrl(world) } : {}),
		...(newer
			? {
					status: null,
					about: `${origin}/about`,
					privacy_policy: texts.privacy === null ? null : `${origin}/privacy-policy`,
					terms_of_service: texts.terms === null ? null : `${origin}/terms-of-service`,
				}
			: {}),
	};
}

/** GET /api/v2/instance. */
export function instanceV2(world: World): Record<string, unknown> {
	const { traits } = world;
	const newer = traits.apiVersion !== undefined && traits.instanceStyle === 'mastodon';
	const access = {
		local: traits.open.timelines ? 'public' : 'authenticated',
		remote: traits.federates ? (traits.open.timelines ? 'public' : 'authenticated') : 'disabled',
	};
	return {
		domain: world.host,
		...(traits.instanceStyle === 'gotosocial'
			? { account_domain: world.host, terms: world.texts.terms ?? '', terms_text: '' }
			: {}),
		title: world.title,
		version: traits.version,
		source_url: traits.software.repository ?? '',
		description: world.texts.description,
		usage: { users: { active_month: traits.federates ? people(world) : 0 } },
		thumbnail: { url: `${world.origin}/thumbnail.png`, blurhash: null, versions: {} },
		icon: [],
		languages: world.languages,
		configuration: {
			urls: urls(world),
			vapid: { public_key: 'BPZ0lNCzH2mC' },
			...configuration(world),
			translation: { enabled: traits.translation !== undefined },
			...(newer
				? {
						timelines_access: {
							live_feeds: access,
							hashtag_feeds: access,
							trending_link_feeds: access,
						},
						limited_federation: !traits.federates,
					}
				: {}),
		},
		registrations: {
			enabled: traits.registrations.enabled,
			approval_required: traits.registrations.approval,
			message: null,
			...(newer
				? { reason_required: traits.registrations.approval, min_age: null, url: null }
				: {}),
		},
		...(traits.apiVersion === undefined ? {} : { api_versions: { mastodon: traits.apiVersion } }),
		contact: { email: `hello@${world.host.replace(/:\d+$/, '')}`, account: contactOf(world) },
		rules: traits.lacks.includes('rules') ? [] : ruleEntities(world),
		...(traits.instanceStyle === 'pleroma' ? { pleroma: pleromaExtras(world) } : {}),
	};
}

function pleromaExtras({ traits: { limits } }: World) {
	return {
		metadata: {
			features: ['pleroma_api', 'mastodon_api', 'mastodon_api_streaming', 'polls', 'quote_posting'],
			account_activation_required: false,
			post_formats: ['text/plain', 'text/markdown'],
		},
		max_characters: limits.characters,
	};
}

function v1Extras(world: World): Record<string, unknown> {
	const { limits } = world.traits;
	switch (world.traits.instanceStyle) {
		case 'pleroma':
			return {
				max_toot_chars: limits.characters,
				max_media_attachments: limits.media,
				upload_limit: 16_000_000,
				description_limit: limits.description,
				poll_limits: {
					max_options: limits.pollOptions,
					max_option_chars: limits.pollOption,
					min_expiration: 0,
					max_expiration: 31_536_000,
				},
				pleroma: pleromaExtras(world),
			};
		case 'gotosocial':
			return {
				account_domain: world.host,
				max_toot_chars: limits.characters,
				terms: world.texts.terms ?? '',
				terms_text: '',
				configuration: configuration(world),
				rules: ruleEntities(world),
			};
		default:
			return {
				configuration: configuration(world),
				rules: world.traits.lacks.includes('rules') ? [] : ruleEntities(world),
			};
	}
}

/** GET /api/v1/instance. */
export function instanceV1(world: World): Record<string, unknown> {
	const { traits } = world;
	return {
		uri: world.host,
		title: world.title,
		short_description: world.texts.description,
		description: world.texts.description,
		email: `hello@${world.host.replace(/:\d+$/, '')}`,
		version: traits.version,
		urls: streams(world) ? { streaming_api: streamingUrl(world) } : {},
		stats: {
			user_count: people(world),
			status_count: world.posts.size,
			domain_count: world.peers.size,
		},
		thumbnail: `${world.origin}/thumbnail.png`,
		languages: world.languages,
		registrations: traits.registrations.enabled,
		approval_required: traits.registrations.approval,
		invites_enabled: false,
		contact_account: contactOf(world),
		...v1Extras(world),
	};
}
