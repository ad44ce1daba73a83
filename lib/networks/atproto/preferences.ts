import type { Session } from '../../model';
import type { Io } from '../io';
import { list, record, text } from '../json';
import { readSetting, type Setting } from './decode/label-words';
import { isDid } from './names';

/** What an account keeps for all its programs, as far as it is heeded here. JSON. */
export type Preferences = {
	/** DIDs that the account subscribed to. */
	labelers: readonly string[];
	/** Whom the view listens to by itself, as it says: `did:plc:…;redact`. */
	usual: readonly string[];
	/** What is for adults may be shown. */
	adult: boolean;
	/** By labeler and value; without a labeler those that mean the same everywhere. */
	settings: Readonly<Record<string, Setting>>;
};

/** As the reference view takes them; what is beyond is not asked for. */
const MOST_LABELERS = 20;
const MOST_SETTINGS = 500;
const USUAL = /^([^;]+)(;\s*redact)?$/;

/** Those of the store; none where none were read. */
export function preferencesOf({ preferences }: Pick<Session, 'preferences'>): Preferences {
	const json = record(preferences?.value);
	const settings: Record<string, Setting> = Object.create(null);
	for (const [name, value] of Object.entries(record(json?.['settings']) ?? {})) {
		const setting = readSetting(value);
		if (setting !== undefined) settings[name] = setting;
	}
	return {
		labelers: list(json?.['labelers'], MOST_SETTINGS).map(text).filter(isDid),
		usual: list(json?.['usual'], MOST_LABELERS).map(text),
		adult: json?.['adult'] === true,
		settings,
	};
}

/**
 * `atproto-accept-labelers` (https://atproto.com/specs/label#labeler-headers): whom the account subscribed to and whom
 * the person chose here. Whoever names some no longer gets those that the view listens to by itself, so these go
 * along; they alone may take things out of an answer (`redact`), as they do without any header. Undefined for none.
 */
export function acceptedLabelers(
	session: Pick<Session, 'preferences' | 'services'>,
): string | undefined {
	const named = namedLabelers(session);
	const { labelers } = preferencesOf(session);
	const isChosen = [...(session.services?.labelers ?? []), ...labelers].some(isDid);
	return isChosen ? [...named.values()].join(', ') : undefined;
}

/** DIDs of those who label for an account: whom the view listens to by itself, and whom the person chose. */
export function labelersOf(session: Pick<Session, 'preferences' | 'services'>): readonly string[] {
	return [...namedLabelers(session).keys()];
}

/** By DID, as they are told to the view. */
function namedLabelers(
	session: Pick<Session, 'preferences' | 'services'>,
): ReadonlyMap<string, string> {
	const { labelers, usual } = preferencesOf(session);
	const named = new Map<string, string>();
	for (const one of usual) {
		const [, did = '', redact] = USUAL.exec(one.trim()) ?? [];
		if (isDid(did)) named.set(did, redact === undefined ? did : `${did};redact`);
	}
	for (const did of [...(session.services?.labelers ?? []), ...labelers])
		if (isDid(did) && !named.has(did)) named.set(did, did);
	return new Map([...named].slice(0, MOST_LABELERS));
}

const keyOf = ({ host, services }: Session) => `atproto usual ${host} ${services?.view ?? ''}`;

/** Writes down whom a view says it listened to (`atproto-content-labelers`), when it was not told whom. */
export function noteUsual(session: Session, told: string | undefined, io: Io): void {
	if (told !== undefined && told.length <= 2000) io.memory.set(keyOf(session), told);
}

/** What `noteUsual` wrote; undefined when no view has said it. */
export function usualOf(session: Session, io: Io): readonly string[] | undefined {
	const told = io.memory.get(keyOf(session));
	return told?.split(',').filter((one) => one.trim() !== '');
}
