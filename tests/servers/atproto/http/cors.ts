import type { IncomingMessage } from 'node:http';

const EXPOSED =
	'DPoP-Nonce, WWW-Authenticate, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy, Atproto-Repo-Rev, Atproto-Content-Labelers';

/** Every origin may read what these servers say, but for the pages that people see while they sign in. */
export function corsHeaders(path: string): Record<string, string> {
	if (path.startsWith('/oauth/authorize')) return {};
	return { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED };
}

/** The answer to a preflight; undefined for any other request. */
export function preflight(request: IncomingMessage, path: string) {
	if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method'])
		return undefined;
	const asked = request.headers['access-control-request-headers'];
	const oauth = path.startsWith('/oauth/');
	const allowed = oauth ? 'Content-Type,DPoP' : asked;
	return {
		status: 204,
		headers: {
			...corsHeaders(path),
			vary: 'Access-Control-Request-Headers',
			'access-control-allow-methods': oauth ? 'POST' : 'GET,HEAD,PUT,PATCH,POST,DELETE',
			'access-control-max-age': '86400',
			...(allowed ? { 'access-control-allow-headers': allowed } : {}),
		},
	};
}
