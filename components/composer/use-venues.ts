import { useMemo } from 'preact/hooks';
import type { Draft, TargetKey, Venue } from '../../lib/model';
import { namedAt, originAt, type Target, venueOf } from '../../lib/outbox';
import { mentionsIn } from '../../lib/text';
import { useLoad } from '../shared/use-load';
import { type Judged, judged } from './judged';
import { useNorms } from './use-norms';

export { type Judged, refusal, stopped } from './judged';

export type Venues = ReadonlyMap<TargetKey, Venue>;

/** What is known of each place that a draft goes to; it stays while something newer is read. */
export function useVenues(draft: Draft, targets: readonly Target[]): Venues {
	const about = [
		draft.targets,
		draft.replyTo,
		draft.quote,
		draft.brought,
		draft.targets.map((target) => hostsNamed(draft.own[target]?.text ?? draft.text)),
		draft.answers,
		draft.scheduledAt,
		draft.edits,
		draft.targets.map((target) => [originAt(draft, target), namedAt(draft, target)]),
		targets.map(({ key }) => key),
	];
	const { value } = useLoad(JSON.stringify(about), async () => {
		const known = await Promise.all(
			draft.targets.map(async (key) => [key, await venueOf(draft, key)] as const),
		);
		return new Map(known.flatMap(([key, venue]) => (venue ? [[key, venue] as const] : [])));
	}, ['servers', 'sessions', 'posts', 'people', 'norms', 'deliveries']);
	return value ?? NONE;
}

/** Hosts of those who are mentioned by their full handles: where they are reached is looked up for each. */
function hostsNamed(text: string): readonly string[] {
	return [...new Set(mentionsIn(text).flatMap(({ handle }) => handle.split('@')[1] ?? []))];
}

const NONE: Venues = new Map();

/** What every community has to say of the draft as it stands (see `judged`); nothing before the norms are there. */
export function useJudged(
	draft: Draft,
	venues: Venues,
	awaited: ReadonlySet<string>,
): readonly Judged[] {
	const norms = useNorms();
	return useMemo(
		() => (norms ? judged(draft, venues, norms.judge, awaited) : []),
		[draft, venues, norms, awaited],
	);
}
