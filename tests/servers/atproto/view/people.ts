import { procedure, query, Refusal } from '../http/route';
import type { Person, Stored } from '../model';
import { edge, findPerson, keptBy, personOf } from '../world';
import { cut, pageOf } from './paging';
import { carried, carriedRecords, detailed, profile, type Seen } from './seen';

/** Somebody by DID or full handle, as far as this view carries them. */
export function actor(seen: Seen, who: string): Person {
	const found =
		who.includes('.') || who.startsWith('did:') ? findPerson(seen.world, who) : undefined;
	const known = found && (found.did === who || found.handle === who.toLowerCase());
	if (found && known && carried(seen, found.did)) return found;
	throw new Refusal(400, 'InvalidRequest', 'Profile not found');
}

const FOLLOW = 'app.bsky.graph.follow';

function people(seen: Seen, records: Stored[], who: (record: Stored) => string) {
	const { items, cursor } = pageOf(
		seen,
		records.filter((one) => carried(seen, who(one))),
	);
	return { items: items.map((one) => profile(seen, personOf(seen.world, who(one)))), cursor };
}

const aboutWhom = ({ value }: Stored): string => String(value['subject']);

export const PEOPLE = [
	query('app.bsky.actor.getProfile', 'maybe', 'actor!', (seen: Seen) =>
		detailed(seen, actor(seen, seen.text('actor'))),
	),
	query('app.bsky.actor.getProfiles', 'maybe', 'actors*!25', (seen: Seen) => ({
		profiles: seen
			.list('actors')
			.map((who) => findPerson(seen.world, who))
			.filter((found) => found !== undefined && carried(seen, found.did))
			.map((found) => detailed(seen, found as Person)),
	})),
	query('app.bsky.actor.searchActors', 'maybe', 'q term limit#25#100 cursor', (seen: Seen) => {
		const sought = (seen.maybe('q') ?? seen.maybe('term') ?? '').toLowerCase();
		const found = [...seen.world.people.values()]
			.filter(({ did }) => carried(seen, did))
			.map((person) => profile(seen, person))
			.filter(({ handle, displayName }) =>
				`${handle} ${String(displayName ?? '')}`.toLowerCase().includes(sought),
			);
		return { actors: found.slice(0, seen.number('limit')) };
	}),
	query('app.bsky.graph.getFollows', 'maybe', 'actor! limit#50#100 cursor', (seen: Seen) => {
		const subject = actor(seen, seen.text('actor'));
		const records = carriedRecords(seen, FOLLOW).filter(({ did }) => did === subject.did);
		const { items, cursor } = people(seen, records, aboutWhom);
		return { subject: profile(seen, subject), follows: items, ...cursor };
	}),
	query('app.bsky.graph.getFollowers', 'maybe', 'actor! limit#50#100 cursor', (seen: Seen) => {
		const subject = actor(seen, seen.text('actor'));
		const records = carriedRecords(seen, FOLLOW).filter((one) => aboutWhom(one) === subject.did);
		const { items, cursor } = people(seen, records, ({ did }) => did);
		return { subject: profile(seen, subject), followers: items, ...cursor };
	}),
	query('app.bsky.graph.getBlocks', 'user', 'limit#50#100 cursor', (seen: Seen) => {
		const records = carriedRecords(seen, 'app.bsky.graph.block');
		const mine = records.filter(({ did }) => did === seen.me().did);
		const { items, cursor } = people(seen, mine, aboutWhom);
		return { blocks: items, ...cursor };
	}),
	query('app.bsky.graph.getMutes', 'user', 'limit#50#100 cursor', (seen: Seen) => {
		const muted = [...keptBy(seen.view, seen.me().did).muted];
		const { items, cursor } = cut(seen, muted, (did) => ({
			at: 1,
			cid: did.replaceAll(':', ''),
		}));
		return { mutes: items.map((did) => profile(seen, personOf(seen.world, did))), ...cursor };
	}),
	query('app.bsky.graph.getRelationships', 'maybe', 'actor! others*30', (seen: Seen) => {
		const { did } = actor(seen, seen.text('actor'));
		return {
			actor: did,
			relationships: seen.list('others').map((other) => {
				const found = findPerson(seen.world, other);
				if (!found || !carried(seen, found.did))
					return { $type: 'app.bsky.graph.defs#notFoundActor', actor: other, notFound: true };
				const following = edge(seen.world, did, FOLLOW, found.did)?.uri;
				const followedBy = edge(seen.world, found.did, FOLLOW, did)?.uri;
				return {
					$type: 'app.bsky.graph.defs#relationship',
					did: found.did,
					...(following ? { following } : {}),
					...(followedBy ? { followedBy } : {}),
				};
			}),
		};
	}),
	...(['muteActor', 'unmuteActor'] as const).map((name) =>
		procedure(`app.bsky.graph.${name}`, 'user', 'actor!', (seen: Seen) => {
			const { did } = actor(seen, seen.text('actor'));
			const { muted } = keptBy(seen.view, seen.me().did);
			if (name === 'muteActor') muted.add(did);
			else muted.delete(did);
			return undefined;
		}),
	),
	...(['muteThread', 'unmuteThread'] as const).map((name) =>
		procedure(`app.bsky.graph.${name}`, 'user', 'root!', (seen: Seen) => {
			const { mutedThreads } = keptBy(seen.view, seen.me().did);
			if (name === 'muteThread') mutedThreads.add(seen.text('root'));
			else mutedThreads.delete(seen.text('root'));
			return undefined;
		}),
	),
];
