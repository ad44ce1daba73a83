import { randomBytes } from 'node:crypto';
import { type Answer, type Incoming, Refusal } from '../http/route';
import type { World } from '../model';
import { homeOf } from '../world';
import { clientOf, mayLeadTo } from './clients';
import { checkProof } from './dpop';
import { formOf, needed } from './form';
import { decide, show, signIn } from './pages';
import { revoke, trade } from './tokens';

type Endpoint = (world: World, home: number, incoming: Incoming) => Answer | Promise<Answer>;

const PAR_FIELDS = [
	'client_id redirect_uri response_type response_mode scope state code_challenge',
	'code_challenge_method login_hint prompt ui_locales display',
]
	.join(' ')
	.split(' ');

const TOKEN_FIELDS = 'grant_type code redirect_uri code_verifier refresh_token client_id'.split(
	' ',
);

const resource: Endpoint = (world, home) => {
	const { origin } = homeOf(world, home);
	return {
		json: {
			resource: origin,
			authorization_servers: [origin],
			scopes_supported: [],
			bearer_methods_supported: ['header'],
			resource_documentation: 'https://atproto.com',
		},
	};
};

const server: Endpoint = (world, home) => {
	const { origin } = homeOf(world, home);
	return {
		json: {
			issuer: origin,
			request_parameter_supported: true,
			request_uri_parameter_supported: true,
			require_request_uri_registration: true,
			scopes_supported: [
				'atproto',
				'transition:email',
				'transition:generic',
				'transition:chat.bsky',
			],
			subject_types_supported: ['public'],
			response_types_supported: ['code'],
			response_modes_supported: ['query', 'fragment', 'form_post'],
			grant_types_supported: ['authorization_code', 'refresh_token'],
			code_challenge_methods_supported: ['S256'],
			ui_locales_supported: ['en-US'],
			display_values_supported: ['page', 'popup', 'touch'],
			authorization_response_iss_parameter_supported: true,
			jwks_uri: `${origin}/oauth/jwks`,
			authorization_endpoint: `${origin}/oauth/authorize`,
			token_endpoint: `${origin}/oauth/token`,
			token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
			revocation_endpoint: `${origin}/oauth/revoke`,
			pushed_authorization_request_endpoint: `${origin}/oauth/par`,
			require_pushed_authorization_requests: true,
			dpop_signing_alg_values_supported: ['ES256'],
			client_id_metadata_document_supported: true,
		},
	};
};

/** What is asked for, told to the server directly: the address that a person opens names none of it (RFC 9126). */
const par: Endpoint = async (world, home, incoming) => {
	const { origin } = homeOf(world, home);
	const { jkt } = checkProof(world, incoming, `${origin}/oauth/par`, undefined);
	const input = formOf(incoming, PAR_FIELDS);
	const refuse = (message: string, code = 'invalid_request') => {
		throw new Refusal(400, code, message, { problem: true });
	};
	const client = await clientOf(world, needed(input, 'client_id'));
	const redirect = needed(input, 'redirect_uri');
	if (!mayLeadTo(client, redirect)) refuse(`Invalid redirect_uri ${redirect}`);
	if (needed(input, 'response_type') !== 'code') refuse('Unsupported response_type');
	if (needed(input, 'code_challenge_method') !== 'S256')
		refuse('Unsupported code_challenge_method');
	if (!/^[\w-]{43}$/.test(needed(input, 'code_challenge'))) refuse('Invalid code_challenge');
	const scopes = needed(input, 'scope').split(' ');
	if (!scopes.includes('atproto')) refuse('Scope "atproto" is missing', 'invalid_scope');
	const granted = new Set(client.scope.split(' '));
	for (const scope of scopes)
		if (!granted.has(scope))
			refuse(`Scope "${scope}" is not in the client metadata`, 'invalid_scope');
	const uri = `urn:ietf:params:oauth:request_uri:req-${randomBytes(16).toString('hex')}`;
	world.requests.set(uri, {
		home,
		clientId: client.id,
		clientName: client.name,
		redirect,
		scope: scopes.join(' '),
		state: input.get('state') ?? '',
		challenge: needed(input, 'code_challenge'),
		jkt,
		hint: input.get('login_hint'),
		ends: world.now() + 300_000,
	});
	return { status: 201, json: { request_uri: uri, expires_in: 299 } };
};

/** Method and path of everything that belongs to signing in by window. */
export const OAUTH: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
	['GET /.well-known/oauth-protected-resource', resource],
	['GET /.well-known/oauth-authorization-server', server],
	['GET /oauth/jwks', () => ({ json: { keys: [] } })],
	['POST /oauth/par', par],
	['GET /oauth/authorize', show],
	['POST /oauth/authorize/sign-in', signIn],
	['POST /oauth/authorize/decide', decide],
	[
		'POST /oauth/token',
		(world, home, incoming) => trade(world, home, incoming, formOf(incoming, TOKEN_FIELDS)),
	],
	[
		'POST /oauth/revoke',
		(world, _, incoming) =>
			revoke(world, formOf(incoming, ['token', 'token_type_hint', 'client_id'])),
	],
]);
