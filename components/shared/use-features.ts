import { useEffect, useState } from 'preact/hooks';
import type { Feature } from '../../lib/model';
import { onChange, readServer } from '../../lib/store';

type Features = readonly Feature[];

const NONE: Features = [];
/** Of hosts that somebody asked about: one look for all that is on the page. */
const known = new Map<string, Features>();
const listeners = new Set<() => void>();
const asked = new Set<string>();

/** What a server of mine can do, as it was last read; nothing until that is known. */
export function useFeatures(host: string | undefined): Features {
	const [, redraw] = useState(NONE);
	useEffect(() => {
		if (host === undefined) return;
		const heard = () => redraw(known.get(host) ?? NONE);
		listeners.add(heard);
		if (asked.has(host)) heard();
		else ask(host);
		return () => {
			listeners.delete(heard);
		};
	}, [host]);
	return (host === undefined ? undefined : known.get(host)) ?? NONE;
}

function ask(host: string): void {
	if (asked.size === 0) onChange(['servers'], () => [...asked].forEach(look));
	asked.add(host);
	look(host);
}

function look(host: string): void {
	readServer(host).then((server) => {
		known.set(host, server?.features ?? NONE);
		for (const heard of listeners) heard();
	}, reportError);
}
