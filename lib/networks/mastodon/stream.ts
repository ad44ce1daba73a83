import type { Session } from '../../model';
import { BodyRefused, parseJson } from '../body';
import type { Io } from '../io';
import { localId, record, text } from '../json';
import { listen } from '../line';
import type { StreamEvent } from '../network';
import { NetworkProblem } from '../problem';
import { Gathering } from './decode/gathering';
import { readEntry, readPost } from './decode/status';
import { borderOf, secretOf } from './secret';

/**
 * A server of few people may be silent for long, and pings do not reach a page. A line that is opened again asks for
 * what it missed, so an early end costs one question.
 */
const IDLE = 5 * 60_000;

const LOOK: Readonly<Record<string, 'notices' | 'filters' | 'announcements'>> = {
	notification: 'notices',
	notifications_merged: 'notices',
	filters_changed: 'filters',
	announcement: 'announcements',
	'announcement.reaction': 'announcements',
	'announcement.delete': 'announcements',
};

/** https://docs.joinmastodon.org/methods/streaming/#websocket; the token travels as the subprotocol. */
export async function stream(
	session: Session,
	happened: (event: StreamEvent) => void,
	io: Io,
	{ idleMs = IDLE } = {},
): Promise<void> {
	const { streaming, token } = secretOf(session);
	if (!streaming) throw new NetworkProblem('missing', session.host);
	await listen(io, {
		url: `${streaming}/api/v1/streaming?stream=user`,
		home: session.origin,
		protocols: [token],
		idleMs,
		opened: () => happened({ type: 'open' }),
		heard: (message) => {
			const event = readEvent(message, session, io);
			if (event) happened(event);
		},
	});
}

/** Undefined for what is of no use here; what is no event at all is skipped, as an unknown one is. */
function readEvent(message: string, session: Session, io: Io): StreamEvent | undefined {
	const event = record(tryJson(message));
	const name = text(event?.['event']);
	const payload = event?.['payload'];
	if (Object.hasOwn(LOOK, name)) {
		const at = LOOK[name];
		return at && { type: 'look', at };
	}
	if (name === 'delete') {
		const id = localId(payload);
		return id === undefined ? undefined : { type: 'deleted', localId: id };
	}
	if (name !== 'update' && name !== 'status.update') return undefined;
	const status = typeof payload === 'string' ? tryJson(payload) : payload;
	const into = new Gathering(borderOf(session, io));
	if (name === 'status.update') {
		return readPost(status, into) === undefined ? undefined : { type: 'changed', ...changed(into) };
	}
	const entry = readEntry(status, into);
	if (!entry) return undefined;
	return { type: 'page', source: { kind: 'home' }, page: { entries: [entry], ...into.all() } };
}

function changed(into: Gathering) {
	const { posts, accounts } = into.all();
	return { posts, accounts };
}

function tryJson(json: string): unknown {
	try {
		return parseJson(json);
	} catch (problem) {
		if (problem instanceof BodyRefused) return undefined;
		throw problem;
	}
}
