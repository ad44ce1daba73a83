import { procedure, query, Refusal } from '../http/route';
import { findPerson, seenDid } from '../world';

const FINE_TYPES = new Set(
	['Spam', 'Violation', 'Misleading', 'Sexual', 'Rude', 'Other', 'Appeal'].map(
		(name) => `com.atproto.moderation.defs#reason${name}`,
	),
);

export const IDENTITY = [
	query('com.atproto.identity.resolveHandle', 'none', 'handle!', ({ world, text }) => {
		const found = text('handle').includes('.') ? findPerson(world, text('handle')) : undefined;
		if (!found || found.handle !== text('handle').toLowerCase())
			throw new Refusal(400, 'HandleNotFound', 'Unable to resolve handle');
		return { did: seenDid(world, found.did) };
	}),
	procedure(
		'com.atproto.moderation.createReport',
		'user',
		'reasonType! reason subject! modTool',
		({ world, me, body, text, incoming }) => {
			const subject = body['subject'] as { $type?: string; did?: string; uri?: string };
			if (!FINE_TYPES.has(text('reasonType')) && !/^tools\.ozone\./.test(text('reasonType')))
				throw new Refusal(400, 'InvalidRequest', `Invalid reason type: ${text('reasonType')}`, {
					problem: true,
				});
			if (!subject?.did && !subject?.uri)
				throw new Refusal(400, 'InvalidRequest', 'Invalid subject', { problem: true });
			world.reports.push({
				...body,
				reportedBy: me().did,
				to: String(incoming.request.headers['atproto-proxy'] ?? ''),
			});
			return {
				id: world.reports.length,
				...body,
				reportedBy: me().did,
				createdAt: new Date(world.now()).toISOString(),
			};
		},
	),
	query('app.bsky.actor.getPreferences', 'user', '', ({ me }) => ({
		preferences: me().preferences,
	})),
	procedure('app.bsky.actor.putPreferences', 'user', 'preferences!', ({ me, body }) => {
		me().preferences = body['preferences'] as Record<string, unknown>[];
		return undefined;
	}),
];
