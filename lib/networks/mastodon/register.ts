import type { Server } from '../../model';
import { ask } from '../http';
import type { Io } from '../io';
import { record, text } from '../json';
import { NetworkProblem } from '../problem';
import type { App } from './secret';

/** At most 60 characters (Mastodon's own limit); people see it in their list of apps. */
const NAME = 'Townsquare';

type Wanted = {
	server: Pick<Server, 'origin' | 'host'>;
	redirect: string;
	software: string;
	scopes: string;
};

/**
 * This program's registration on a server: the one that is known, if it still fits and the server still knows it,
 * else a new one, which `io.keep` keeps. A server takes few of them in an hour (Mastodon: five in ten minutes).
 */
export async function registration(known: unknown, wanted: Wanted, io: Io): Promise<App> {
	const app = readApp(known);
	const fits =
		app?.redirect === wanted.redirect &&
		app.software === wanted.software &&
		app.scopes === wanted.scopes;
	if (app && fits && (await isKnown(app, wanted, io))) return app;
	const made = await register(wanted, io);
	await io.keep(made);
	return made;
}

function readApp(value: unknown): App | undefined {
	const json = record(value);
	if (!json) return undefined;
	const app: App = {
		clientId: text(json['clientId']),
		clientSecret: text(json['clientSecret']),
		redirect: text(json['redirect']),
		software: text(json['software']),
		scopes: text(json['scopes']),
	};
	return app.clientId && app.clientSecret ? app : undefined;
}

/**
 * Asks for a token of the app itself, which only a server that knows the app gives; older Mastodon also throws apps
 * away that never asked for one. A server that does not know that kind of token is taken at our own word.
 */
async function isKnown(app: App, { server }: Wanted, io: Io): Promise<boolean> {
	const { json, status } = await ask(io, {
		origin: server.origin,
		path: '/oauth/token',
		body: {
			form: {
				grant_type: 'client_credentials',
				client_id: app.clientId,
				client_secret: app.clientSecret,
				redirect_uri: app.redirect,
				// Without one the server takes `read`, which was not registered where scopes are fine.
				scope: app.scopes.split(' ')[0] ?? '',
			},
		},
		secrets: [app.clientSecret],
		pass: [400, 401, 403, 404, 422, 501],
	});
	const error = text(record(json)?.['error']);
	return status === 401 || status === 403 ? false : error !== 'invalid_client';
}

/** One redirect, as a plain string: lists are younger than most servers. */
async function register({ server, redirect, software, scopes }: Wanted, io: Io): Promise<App> {
	const { json } = await ask(io, {
		origin: server.origin,
		path: '/api/v1/apps',
		body: { form: { client_name: NAME, redirect_uris: redirect, scopes } },
	});
	const app = record(json);
	const clientId = text(app?.['client_id']);
	const clientSecret = text(app?.['client_secret']);
	if (!clientId || !clientSecret) throw new NetworkProblem('broken', server.host);
	return { clientId, clientSecret, redirect, software, scopes };
}
