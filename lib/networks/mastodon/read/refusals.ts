import type { RefusedServer, Session } from '../../../model';
import { ask } from '../../http';
import type { Io } from '../../io';
import { each, type Json, line, present, record, text } from '../../json';
import { NetworkProblem } from '../../problem';
import { secretOf } from '../secret';
import { traitsOf } from '../traits';

/** More than any published list holds. */
const MOST = 20_000;
const LONGEST_COMMENT = 300;

/** Whoever does not show the list says so in one of these ways; a 401 here is no end of the session. */
const HIDDEN = [400, 401, 403, 404, 405, 410, 422, 501];

/** As servers that refuse others call it; whatever else they do to them stops no post. */
const STATES: Readonly<Record<string, RefusedServer['state']>> = {
	suspend: 'blocked',
	silence: 'limited',
};

/** https://docs.joinmastodon.org/methods/instance/#domain_blocks, as the account: some show it to their own alone. */
export async function refusals(
	session: Session,
	io: Io,
): Promise<readonly RefusedServer[] | undefined> {
	const path = '/api/v1/instance/domain_blocks';
	try {
		const { status, json } = await ask(io, { session, path, pass: HIDDEN });
		if (status !== 200 || !Array.isArray(json)) return undefined;
		const { hidesByEmpty } = traitsOf(secretOf(session).software);
		if (json.length === 0 && hidesByEmpty) return undefined;
		return each(json, MOST, (one) => readRefused(record(one))) ?? [];
	} catch (problem) {
		// Some have a page for people at every address that they do not know.
		if (problem instanceof NetworkProblem && problem.kind === 'broken') return undefined;
		throw problem;
	}
}

/** https://docs.joinmastodon.org/entities/DomainBlock/ */
function readRefused(json: Json | undefined): RefusedServer | undefined {
	const domain = line(json?.['domain'], 255)?.toLowerCase();
	const severity = text(json?.['severity']);
	const state = Object.hasOwn(STATES, severity) ? STATES[severity] : undefined;
	if (!json || domain === undefined || state === undefined) return undefined;
	const digest = text(json['digest']).toLowerCase();
	return {
		domain,
		state,
		...present({
			digest: /^[\da-f]{64}$/.test(digest) ? digest : undefined,
			comment: line(json['comment'], LONGEST_COMMENT),
		}),
	};
}
