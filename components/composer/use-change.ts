import { useCallback, useEffect } from 'preact/hooks';
import type { Draft } from '../../lib/model';
import { carried } from './borders';
import type { Venues } from './use-venues';
import type { Change, Writer } from './writer';

/** Changes a draft so that its threads are cut anew in the same write: no stored draft is cut in the wrong places. */
export function useChange({ change }: Writer, venues: Venues): Writer['change'] {
	useEffect(() => {
		change((draft) => {
			const own = carried(draft, draft, venues);
			return own === draft.own ? undefined : { own };
		});
	}, [change, venues]);
	return useCallback(
		(how: Change) =>
			change((before) => {
				const now = typeof how === 'function' ? how(before) : how;
				if (now === undefined) return undefined;
				const after = { ...before, ...now } as Draft;
				const own = carried(before, after, venues);
				return own === after.own ? now : { ...now, own };
			}),
		[change, venues],
	);
}
