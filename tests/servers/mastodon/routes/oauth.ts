import { createHash, randomBytes } from 'node:crypto';
import { account } from '../entities/account';
import { type Field, list, text } from '../http/fields';
import { type Call, ok, Refusal, type Route, route } from '../http/route';
import { makeSerial } from '../ids';
import type { App, Code, Token, World } from '../model';

export const OOB = 'urn:ietf:wg:oauth:2.0:oob';
const FORBIDDEN_SCHEMES = ['data:', 'vbscript:', 'javascript:'];

const texts: Field<string | string[]> = {
	parse: (raw, loose) =>
		Array.isArray(raw) ? list(text).parse(raw, loose) : text.parse(raw, loose),
};
const REGISTRATION = { client_name: text, redirect_uris: texts, scopes: text, website: text };

const secretText = (): string => randomBytes(32).toString('base64url');
const tokenText = (world: World): string =>
	world.traits.ids === 'mid' ? randomBytes(16).toString('hex') : secretText();
const problem = (message: string, status = 422): Refusal =>
	new Refusal(status, message, { problem: true });

function redirectsOf(world: World, given: string | string[] | undefined): string[] {
	const { redirectUris } = world.traits.oauth;
	if (given === undefined || given.length === 0) {
		throw problem("Validation failed: Redirect URI can't be blank");
	}
	if (Array.isArray(given) && redirectUris === 'string')
		throw problem('redirect_uris must be a string here');
	const uris = Array.isArray(given) ? given : given.split(/\s+/);
	for (const uri of uris) {
		if (!URL.canParse(uri) || FORBIDDEN_SCHEMES.includes(new URL(uri).protocol)) {
			throw problem('Validation failed: Redirect URI must be an absolute URI.');
		}
	}
	if (uris.join('\n').length > 2000) throw problem('Validation failed: Redirect URI is too long');
	return uris;
}

function scopesOf(world: World, given: string | undefined): string[] {
	const { strictScopes, scopes } = world.traits.oauth;
	const asked = (given ?? 'read').split(/[\s+]+/).filter((scope) => scope !== '');
	const unknown = asked.filter(
		(scope) => !scopes.includes(scope) && !scopes.includes(scope.replace(/:.*/, '')),
	);
	const notHere = asked.filter((scope) => !scopes.includes(scope));
	if (strictScopes && (unknown.length > 0 || notHere.length > 0)) {
		throw problem(
			`Validation failed: Scopes doesn't match configured on the server. (${notHere.join(' ')})`,
		);
	}
	return asked;
}

function register({ world, input }: Call<typeof REGISTRATION>) {
	const name = input.client_name ?? '';
	if (name === '') throw problem("Validation failed: Name can't be blank");
	if (name.length > 60)
		throw problem('Validation failed: Name is too long (maximum is 60 characters)');
	if (input.website && !URL.canParse(input.website))
		throw problem('Validation failed: Website must be a valid URL');
	const app: App = {
		id: makeSerial(world, world.now()),
		clientId: tokenText(world),
		secret: tokenText(world),
		name,
		website: input.website ?? null,
		redirectUris: redirectsOf(world, input.redirect_uris),
		scopes: scopesOf(world, input.scopes),
	};
	world.apps.push(app);
	const newer = world.traits.apiVersion !== undefined;
	return ok({
		id: app.id,
		name: app.name,
		website: app.website,
		...(newer ? { scopes: app.scopes, redirect_uris: app.redirectUris } : {}),
		redirect_uri: app.redirectUris.join('\n'),
		client_id: app.clientId,
		client_secret: app.secret,
		...(newer ? { client_secret_expires_at: 0 } : {}),
		vapid_key: 'BPZ0lNCzH2mC',
	});
}

/** A new code for a person who said yes. */
export function makeCode(
	world: World,
	code: Pick<Code, 'app' | 'person' | 'redirectUri' | 'scopes' | 'challenge'>,
): Code {
	const made = { ...code, code: tokenText(world), used: false };
	world.codes.push(made);
	return made;
}

export function makeToken(
	world: World,
	app: App,
	person: string | undefined,
	scopes: string[],
): Token {
	const same = world.tokens.find(
		(token) =>
			!token.revoked &&
			token.app === app &&
			token.person === person &&
			token.scopes.join(' ') === scopes.join(' '),
	);
	if (same && world.traits.oauth.reuseToken) return same;
	const token = {
		token: tokenText(world),
		app,
		person,
		scopes,
		createdAt: world.now(),
		revoked: false,
	};
	world.tokens.push(token);
	return token;
}

const GRANT = {
	grant_type: text,
	code: text,
	client_id: text,
	client_secret: text,
	redirect_uri: text,
	scope: text,
	code_verifier: text,
};

function basic(call: Call<never> | Call): { id?: string; secret?: string } {
	const header = /^Basic (.+)$/i.exec(call.request.headers.authorization ?? '')?.[1];
	const [id, secret] = header ? Buffer.from(header, 'base64').toString().split(':') : [];
	return { ...(id === undefined ? {} : { id }), ...(secret === undefined ? {} : { secret }) };
}

function client(world: World, id: string | undefined, secret: string | undefined): App {
	const app = world.apps.find(({ clientId }) => clientId === id);
	if (!app || app.secret !== secret) {
		throw new Refusal(401, 'wrong client id or secret', {
			problem: true,
			json: oauthError('invalid_client'),
		});
	}
	return app;
}

const oauthError = (error: string) => ({
	error,
	error_description: `The grant was refused: ${error}.`,
});
const badGrant = (why: string): Refusal =>
	new Refusal(400, why, { problem: true, json: oauthError('invalid_grant') });

function token(call: Call<typeof GRANT>) {
	const { world, input } = call;
	const given = basic(call);
	const app = client(world, input.client_id ?? given.id, input.client_secret ?? given.secret);
	if (input.grant_type === 'client_credentials') {
		return tokenAnswer(makeToken(world, app, undefined, subset(app, input.scope)));
	}
	if (input.grant_type !== 'authorization_code') {
		throw new Refusal(400, `grant_type ${input.grant_type}`, {
			problem: true,
			json: oauthError('unsupported_grant_type'),
		});
	}
	const code = world.codes.find((one) => one.code === input.code && one.app === app);
	if (!code) throw badGrant('a code that was never given out');
	if (code.used) throw badGrant('a code is used twice');
	code.used = true;
	if (code.redirectUri !== input.redirect_uri)
		throw badGrant('another redirect_uri than at /oauth/authorize');
	verify(world, code, input.code_verifier);
	return tokenAnswer(makeToken(world, app, code.person, code.scopes));
}

function subset(app: App, asked: string | undefined): string[] {
	const scopes = asked?.split(/\s+/) ?? ['read'];
	if (
		!scopes.every(
			(scope) => app.scopes.includes(scope) || app.scopes.includes(scope.replace(/:.*/, '')),
		)
	) {
		throw new Refusal(400, 'scopes beyond the registered ones', {
			problem: true,
			json: oauthError('invalid_scope'),
		});
	}
	return scopes;
}

function verify(world: World, code: Code, verifier: string | undefined): void {
	if (!world.traits.oauth.pkce || code.challenge === undefined) {
		if (verifier !== undefined && world.traits.oauth.pkce)
			throw badGrant('a verifier without a challenge');
		return;
	}
	const hash = createHash('sha256')
		.update(verifier ?? '')
		.digest('base64url');
	if (hash !== code.challenge) throw badGrant('the PKCE verifier does not fit the challenge');
}

const tokenAnswer = ({ token: access, scopes, createdAt }: Token) =>
	ok({
		access_token: access,
		token_type: 'Bearer',
		scope: scopes.join(' '),
		created_at: Math.floor(createdAt / 1000),
	});

function revoke({
	world,
	input,
}: Call<{ client_id: Field<string>; client_secret: Field<string>; token: Field<string> }>) {
	const refusal = new Refusal(403, 'revoking needs client_id, client_secret and the token', {
		problem: true,
		json: {
			error: 'unauthorized_client',
			error_description: 'You are not authorized to revoke this token',
		},
	});
	const app = world.apps.find(({ clientId }) => clientId === input.client_id);
	const found = world.tokens.find((one) => one.token === input.token);
	if (!app || app.secret !== input.client_secret || found?.app !== app) throw refusal;
	found.revoked = true;
	if (world.traits.oauth.revokeDropsApp) world.apps = world.apps.filter((one) => one !== app);
	for (const listener of world.listeners) listener({ kind: 'revoked', token: found });
	return ok({});
}

export const OAUTH_ROUTES: readonly Route[] = [
	route('POST /api/v1/apps', { input: REGISTRATION }, register),
	route('GET /api/v1/apps/verify_credentials', { auth: 'app' }, ({ token: given }) =>
		ok({ name: given?.app.name, website: given?.app.website, vapid_key: 'BPZ0lNCzH2mC' }),
	),
	route('POST /oauth/token', { input: GRANT }, token),
	route(
		'POST /oauth/revoke',
		{ input: { client_id: text, client_secret: text, token: text } },
		revoke,
	),
	route(
		'GET /oauth/userinfo',
		{ auth: 'user', scope: 'profile', feature: 'userinfo' },
		({ world, me }) => {
			const { uri, username, display_name, url, avatar } = { uri: me.uri, ...account(world, me) };
			return ok({
				iss: `${world.origin}/`,
				sub: uri,
				name: display_name,
				preferred_username: username,
				profile: url,
				picture: avatar,
			});
		},
	),
];
