import type { Draft, TargetKey } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import { Thread } from './parts';
import type { Put } from './thread';
import type { Venues } from './use-venues';
import type { DraftChange } from './writer';

type ThreadsProps = {
	draft: Draft;
	targets: readonly Target[];
	venues: Venues;
	change(how: (draft: Draft) => DraftChange): void;
};

/** Where a text is too long for one post: the posts that it becomes there, and the borders between them. */
export function Threads({ draft, targets, venues, change }: ThreadsProps) {
	return (
		<>
			{targets.map((target) => {
				const venue = venues.get(target.key);
				const cut = (draft.own[target.key]?.borders ?? []).length > 0;
				if (!cut || !venue || !draft.targets.includes(target.key)) return null;
				return (
					<Thread
						key={target.key}
						draft={draft}
						target={target}
						venue={venue}
						put={(how) => change((now) => ({ own: put(now, target.key, how) }))}
					/>
				);
			})}
		</>
	);
}

function put(draft: Draft, target: TargetKey, how: Put): Draft['own'] {
	return { ...draft.own, [target]: how(draft.own[target] ?? {}, draft) };
}
