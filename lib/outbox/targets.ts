import { standing } from '../balance/standing';
import type { AccountUri, Draft, NetworkId, TargetKey, Venue } from '../model';
import { type HandOver, networkOf } from '../networks';
import { type Me, networks, reachOf, sessions, surroundings } from '../sessions';
import { readAccounts, readCorrections, readServer, type ServerRow } from '../store';
import { mentionsIn } from '../text';
import { named } from './named';
import { originAt, partsOf } from './parts';
import { type InQueue, recentAt } from './recent';
import { sourceOf } from './source';
import { namedAt, strangersAmong } from './strangers';

/** Where something can go: an account of mine, or a network's own window. */
export type Target = {
	key: TargetKey;
	/** Full handle, or the name of the window. */
	name: string;
	network: NetworkId;
	host: string;
	/** How many of my accounts signed in before it; a window has none. */
	place?: number;
	/** The person posts there by their own click. */
	window?: true;
	/** It has pictures of its own for `:shortcode:`. */
	emoji?: true;
};

const WINDOW = 'window:';

/** My accounts that are signed in, then the windows. */
export async function targets(): Promise<Target[]> {
	const mine = (await sessions()).map((me, place) => ({ ...me, place }));
	const windows = (await networks()).flatMap(({ id, handOver }) =>
		handOver
			? [
					{
						key: WINDOW + id,
						name: handOver.name,
						network: id,
						host: handOver.host,
						window: true as const,
					},
				]
			: [],
	);
	return [
		...mine
			.filter(({ state }) => state === 'active')
			.map(({ account, handle, network, host, place, features }) => ({
				key: account,
				name: handle,
				...{ network, host, place },
				...(features.includes('emoji') ? { emoji: true as const } : {}),
			})),
		...windows,
	];
}

/** The window of a target; undefined for an account. */
export async function windowOf(target: TargetKey): Promise<HandOver | undefined> {
	if (!target.startsWith(WINDOW)) return undefined;
	return networkOf(target.slice(WINDOW.length), await networks())?.handOver;
}

/** What a venue is asked about. */
export type About = Pick<Venue, 'kind' | 'origin' | 'answers'> &
	Partial<Pick<Venue, 'scheduled' | 'thread'>> & {
		place: InQueue;
		replyTo?: string;
		quote?: string;
		subject?: string;
		/** Handles: see `namedIn`. */
		names?: readonly string[];
		brought?: string;
		/** What is written: whom it mentions may live where nothing of it arrives. */
		text?: string;
	};

/** What is known of where a draft goes, for `judge`. Undefined when that account is not signed in any more. */
export function venueOf(draft: Draft, target: TargetKey): Promise<Venue | undefined> {
	const [edited] = draft.edits?.[target] ?? [];
	return venueAt(target, {
		kind: edited ? 'edit' : target.startsWith(WINDOW) ? 'hand-over' : 'create',
		origin: originAt(draft, target),
		answers: draft.answers,
		names: namedAt(draft, target),
		place: {
			self: draft.id,
			dueAt: draft.scheduledAt ?? surroundings().now() + draft.undoSeconds * 1000,
		},
		...(draft.scheduledAt === undefined ? {} : { scheduled: true }),
		...(draft.replyTo ? { replyTo: draft.replyTo } : {}),
		...(draft.quote ? { quote: draft.quote } : {}),
		...(draft.brought ? { brought: draft.brought } : {}),
		text: partsOf(draft, { target, host: '' })
			.map(({ text }) => text)
			.join('\n'),
		...(edited ? { subject: edited } : {}),
	});
}

/** The same for anything that is to happen there. */
export async function venueAt(target: TargetKey, about: About): Promise<Venue | undefined> {
	const where = await placeOf(target);
	if (!where) return undefined;
	const { replyTo, quote, subject, brought, thread, place, names = [], text = '', ...rest } = about;
	const { by } = where;
	const now = surroundings().now();
	const asked = await Promise.all([named(replyTo, by), named(quote, by), named(subject, by)]);
	const [stands, before, strangers, reach, source] = await Promise.all([
		by === undefined ? undefined : standing(by),
		recentAt(target, place, now),
		by === undefined ? [] : strangersAmong(names, { by, host: where.venue.host }),
		by === undefined ? [] : reachOf(by, hostsIn(text, asked[0]?.author)),
		brought === undefined ? undefined : sourceOf(brought),
	]);
	return {
		...where.venue,
		...rest,
		target,
		thread: thread ?? { at: 0, of: 1 },
		...known({ replyTo: asked[0], quote: asked[1], subject: asked[2], source }),
		...known({ strangers, reach, standing: stands, ...before }),
		...known({ goesAt: rest.scheduled && place.dueAt > now ? place.dueAt : undefined }),
		now,
	};
}

/** Without what is not known, or of which there is nothing. */
function known<T extends object>(all: { readonly [N in keyof T]: T[N] | undefined }): Partial<T> {
	const some = (one: unknown) => one !== undefined && !(Array.isArray(one) && one.length === 0);
	return Object.fromEntries(Object.entries(all).filter(([, one]) => some(one))) as Partial<T>;
}

/** Hosts of those whom a text mentions by their full handles, and of whoever is answered. */
function hostsIn(text: string, answered = ''): string[] {
	const handles = [answered, ...mentionsIn(text).map(({ handle }) => handle)];
	return [...new Set(handles.flatMap((handle) => handle.split('@')[1]?.toLowerCase() ?? []))];
}

type Place = {
	by: AccountUri | undefined;
	venue: Pick<Venue, 'name' | 'host' | 'network' | 'counting' | 'limits' | 'features'> &
		Partial<Pick<Venue, 'rules' | 'readings' | 'rulesUrl' | 'readAt' | 'bot' | 'corrections'>>;
};

async function placeOf(target: TargetKey): Promise<Place | undefined> {
	const window = await windowOf(target);
	if (window) {
		const { name, host, counting, limits } = window;
		const network = target.slice(WINDOW.length);
		return { by: undefined, venue: { name, host, network, counting, limits, features: [] } };
	}
	const me = (await sessions()).find(({ account }) => account === target);
	const server = me && (await readServer(me.host));
	if (!me || !server) return undefined;
	const account = (await readAccounts([target])).get(target);
	const corrections = await readCorrections(me.host);
	const { counting, limits, features, links, readAt, termsReadAt = readAt } = server;
	return {
		by: target,
		venue: {
			name: me.handle,
			host: me.host,
			network: me.network,
			counting,
			limits,
			features,
			...rulesFor(me, server),
			rulesUrl: links.about ?? server.origin,
			readAt: termsReadAt,
			...(corrections.length > 0 ? { corrections } : {}),
			...(account?.bot ? { bot: true } : {}),
		},
	};
}

/** The rules of the server, and what those who label for the account look at. */
function rulesFor({ policies }: Me, server: ServerRow): Pick<Venue, 'rules' | 'readings'> {
	const theirs = policies?.all.flatMap(({ rules }) => rules) ?? [];
	const { rules, readings } = server;
	if (theirs.length === 0)
		return { ...(rules ? { rules } : {}), ...(readings ? { readings } : {}) };
	const isRead = rules === undefined || readings !== undefined;
	return {
		rules: [...(rules ?? []), ...theirs],
		...(isRead ? { readings: [...(readings ?? []), ...(policies?.readings ?? [])] } : {}),
	};
}
