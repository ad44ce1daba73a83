import type { Session } from '../../model';
import type { Io } from '../io';
import { record, text } from '../json';
import { NetworkProblem } from '../problem';
import type { Border } from './decode/border';

/** The registration of this program on a server, for one redirect and one software. */
export type App = {
	clientId: string;
	clientSecret: string;
	redirect: string;
	software: string;
	/** What was registered, by spaces. */
	scopes: string;
};

/** What a session of this network keeps to itself. http.ts sends `token`, and nothing else knows the rest. */
export type Secret = {
	token: string;
	clientId: string;
	clientSecret: string;
	/** As nodeinfo has it, in lower case; empty when unknown. */
	software: string;
	/** What stands after the @ of its own people. */
	domain: string;
	/** `wss://streaming.chaos.example`, where the server streams. */
	streaming?: string;
};

/** A secret that is none (an older version wrote it) is a session that ended. */
export function secretOf({ secret, host }: Pick<Session, 'secret' | 'host'>): Secret {
	const json = record(secret);
	const token = text(json?.['token']);
	if (!json || !token) throw new NetworkProblem('ended', host);
	return {
		token,
		clientId: text(json['clientId']),
		clientSecret: text(json['clientSecret']),
		software: text(json['software']),
		domain: text(json['domain']) || host,
		...(text(json['streaming']) ? { streaming: text(json['streaming']) } : {}),
	};
}

/** How answers to this session are to be read. */
export function borderOf(session: Session, io: Io): Border {
	const { software, domain } = secretOf(session);
	const { account, origin } = session;
	return { by: account, origin, domain, software, now: io.now() };
}
