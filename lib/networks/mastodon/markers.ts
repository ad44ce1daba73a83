import type { Session } from '../../model';
import { ask } from '../http';
import type { Io } from '../io';
import { localId, present, record } from '../json';
import type { Markers } from '../network';

const PATH = '/api/v1/markers';

/** https://docs.joinmastodon.org/methods/markers/ */
export async function markers(session: Session, io: Io): Promise<Markers> {
	const query = { 'timeline[]': ['home', 'notifications'] };
	const json = record((await ask(io, { session, path: PATH, query })).json);
	const at = (name: string) => localId(record(json?.[name])?.['last_read_id']);
	return present({ home: at('home'), notices: at('notifications') });
}

export async function keepMarkers(session: Session, kept: Markers, io: Io): Promise<void> {
	const form = {
		'home[last_read_id]': kept.home,
		'notifications[last_read_id]': kept.notices,
	};
	if (kept.home === undefined && kept.notices === undefined) return;
	await ask(io, { session, path: PATH, method: 'POST', body: { form } });
}
