import { useEffect, useState } from 'preact/hooks';
import type { AccountUri } from '../../lib/model';
import { onChange, readMedium } from '../../lib/store';

export type MediumState = {
	/** A blob URL, valid while the component is there. */
	url?: string;
	/** `missing`: not stored, or not yet. */
	state: 'loading' | 'ready' | 'missing' | 'failed';
};

/** The bytes of a stored medium as a blob URL; asks again whenever media are stored, until it is there. */
export function useMedium(account: AccountUri | undefined, name: string | undefined): MediumState {
	const [medium, setMedium] = useState<MediumState>({ state: 'loading' });
	useEffect(() => {
		if (account === undefined || name === undefined) {
			setMedium({ state: 'missing' });
			return;
		}
		let url: string | undefined;
		let over = false;
		const load = () => {
			if (url) return;
			readMedium(account, name).then(
				(blob) => {
					if (over || url) return;
					if (blob) url = URL.createObjectURL(blob);
					setMedium(url ? { url, state: 'ready' } : { state: 'missing' });
				},
				() => over || setMedium({ state: 'failed' }),
			);
		};
		load();
		const stop = onChange(['media'], load);
		return () => {
			over = true;
			stop();
			if (url) URL.revokeObjectURL(url);
		};
	}, [account, name]);
	return medium;
}
