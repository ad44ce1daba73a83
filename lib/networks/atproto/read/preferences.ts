import type { Session } from '../../../model';
import type { Io } from '../../io';
import type { Json } from '../../json';
import { each, list, record, text } from '../../json';
import { NetworkProblem } from '../../problem';
import { readSetting, type Setting } from '../decode/label-words';
import { didOf } from '../decode/uri';
import { type Preferences, preferencesOf, usualOf } from '../preferences';
import { type Xrpc, xrpc } from '../xrpc';

const MOST = 500;

/**
 * Labelers and what was chosen about labels, of `app.bsky.actor.defs#preferences`; and whom the view listens to by
 * itself, as it said when it was last asked for my profile.
 */
export async function preferences(session: Session, io: Io): Promise<Preferences> {
	const x = xrpc(session, io);
	const all = await allPreferences(x);
	const labelers = ofKind(all, 'labelersPref').flatMap((one) => list(one['labelers'], MOST));
	const settings: Record<string, Setting> = {};
	for (const one of ofKind(all, 'contentLabelPref')) {
		const setting = readSetting(one['visibility']);
		// With a space in it, it is never the name of anything else.
		const name = `${didOf(one['labelerDid']) ?? ''} ${text(one['label'])}`;
		if (setting !== undefined) settings[name] = setting;
	}
	if (usualOf(session, io) === undefined) await profileAlone(x);
	return {
		labelers: [...new Set(labelers.flatMap((one) => didOf(record(one)?.['did']) ?? []))],
		usual: usualOf(session, io) ?? preferencesOf(session).usual,
		adult: ofKind(all, 'adultContentPref').some((one) => one['enabled'] === true),
		settings,
	};
}

/** Only for what the view says beside it. One that does not answer now is asked another day. */
async function profileAlone(x: Xrpc): Promise<void> {
	try {
		await x.get('app.bsky.actor.getProfile', { actor: x.did }, { usual: true });
	} catch (problem) {
		if (!(problem instanceof NetworkProblem) || problem.kind === 'cancelled') throw problem;
	}
}

/** `app.bsky.actor.defs#preferences`: what the person keeps for all their programs. */
export async function allPreferences(x: Xrpc): Promise<readonly Json[]> {
	const json = record(await x.get('app.bsky.actor.getPreferences'));
	return each(json?.['preferences'], MOST, record) ?? [];
}

/** Those of one kind. */
function ofKind(all: readonly Json[], kind: string): readonly Json[] {
	return all.filter((one) => text(one['$type']) === `app.bsky.actor.defs#${kind}`);
}

/** Feeds and lists that the person saved, by their addresses, in their order. */
export function savedFeeds(all: readonly Json[]): readonly string[] {
	const items = ofKind(all, 'savedFeedsPrefV2').flatMap((one) => list(one['items'], MOST));
	return items.flatMap((one) => {
		const json = record(one);
		const isThere = json?.['type'] === 'feed' || json?.['type'] === 'list';
		return isThere ? [text(json['value'])] : [];
	});
}
