import { useCallback, useEffect, useState } from 'preact/hooks';
import { keptPicture, wasShown } from '../../lib/pictures';
import { closedPictureHosts } from '../../lib/store';

export type Picture = {
	/** What to show: the picture of its host, or what was kept of it. Absent: neither is to be had. */
	src?: string | undefined;
	failed: boolean;
	/** Its host does not let pictures be kept. */
	closed: boolean;
	/** For the image that shows `src`. */
	onLoad(): void;
	onError(): void;
	again(): void;
};

type State = { of?: string | undefined; kept?: string; failed?: true; closed?: true };

/** A picture of another host; what was kept of it while the host does not answer. */
export function usePicture(url: string | undefined): Picture {
	const [known, setState] = useState<State>({});
	const state = known.of === url ? known : {};
	const offline = url !== undefined && !navigator.onLine;
	const fall = useCallback(() => {
		if (url === undefined) return;
		fallen(url).then(
			(found) => setState({ of: url, ...found }),
			() => setState({ of: url, failed: true }),
		);
	}, [url]);
	useEffect(() => {
		if (offline) fall();
	}, [fall, offline]);
	useEffect(
		() => () => {
			if (known.kept) URL.revokeObjectURL(known.kept);
		},
		[known.kept],
	);
	return {
		src: state.kept ?? (state.failed || offline ? undefined : url),
		failed: state.failed === true,
		closed: state.closed === true,
		onLoad: () => {
			if (url !== undefined && !state.kept) wasShown(url);
		},
		onError: state.kept ? () => setState({ of: url, failed: true }) : fall,
		again: () => setState({ of: url }),
	};
}

async function fallen(url: string): Promise<Omit<State, 'of'>> {
	const blob = await keptPicture(url);
	if (blob) return { kept: URL.createObjectURL(blob) };
	const closed = (await closedPictureHosts()).includes(new URL(url).host);
	return { failed: true, ...(closed ? { closed } : {}) };
}
