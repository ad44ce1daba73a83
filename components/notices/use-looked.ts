import { useEffect, useState } from 'preact/hooks';
import { lookedAtNotices, type ShownNotice } from '../../lib/timeline';

/**
 * What is shown was looked at as soon as the person can see it, however they leave the page. Returns it with what was
 * new at this visit still marked as new.
 */
export function useLooked(
	shown: readonly ShownNotice[] | undefined,
): readonly ShownNotice[] | undefined {
	const [news] = useState(() => new Set<string>());
	const fresh = shown?.filter((one) => one.fresh) ?? [];
	for (const one of fresh) news.add(nameOf(one));
	const names = fresh.map(nameOf).join(' ');
	useEffect(() => {
		if (names === '') return;
		const look = () => {
			if (document.visibilityState === 'visible') lookedAtNotices().catch(reportError);
		};
		look();
		document.addEventListener('visibilitychange', look);
		return () => document.removeEventListener('visibilitychange', look);
	}, [names]);
	return shown?.map((one) => (news.has(nameOf(one)) ? { ...one, fresh: 1 } : one));
}

function nameOf({ by, id }: ShownNotice): string {
	return `${by} ${id}`;
}
