import { useEffect, useState } from 'preact/hooks';
import { fetchNewer, homeSources } from '../../lib/timeline';
import { writtenDown } from '../shared/said';

/**
 * Asks every server for what is new when the page opens; whoever fails is named above the feed. Returns whether all of
 * them have answered or failed.
 */
export function useNewestOfAll(accounts: string | undefined): boolean {
	const [asked, setAsked] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked again when accounts come or go
	useEffect(() => {
		const abort = new AbortController();
		const ask = async () => {
			const sources = await homeSources();
			await Promise.all(
				sources.map(({ by, source }) => fetchNewer(by, source, abort.signal).catch(writtenDown)),
			);
			if (!abort.signal.aborted) setAsked(true);
		};
		ask().catch(reportError);
		return () => abort.abort();
	}, [accounts]);
	return asked;
}
