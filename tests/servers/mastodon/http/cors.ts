import type { IncomingMessage } from 'node:http';
import type { Traits } from '../traits';

/** What a program adds to an answer so that a page elsewhere may read it; nothing where it does not. */
export function corsHeaders(
	traits: Traits,
	path: string,
	request: IncomingMessage,
): Record<string, string> {
	if (!request.headers.origin || !allows(traits, path)) return {};
	const { exposeHeaders, allowHeaders } = traits.cors;
	return {
		'access-control-allow-origin': '*',
		...(exposeHeaders === '' ? {} : { 'access-control-expose-headers': exposeHeaders }),
		...(allowHeaders === '*' ? { 'access-control-allow-headers': '*' } : {}),
		vary: 'Origin',
	};
}

/** The answer to a preflight, or undefined where OPTIONS is a call like another. */
export function preflight(traits: Traits, path: string, request: IncomingMessage) {
	const method = request.headers['access-control-request-method'];
	if (request.method !== 'OPTIONS' || method === undefined || !allows(traits, path))
		return undefined;
	const { cors } = traits;
	const asked = request.headers['access-control-request-headers'] ?? '';
	return {
		status: cors.preflight,
		headers: {
			...corsHeaders(traits, path, request),
			'access-control-allow-methods': cors.methods,
			...(cors.allowHeaders === 'echo'
				? asked === ''
					? {}
					: { 'access-control-allow-headers': asked }
				: { 'access-control-allow-headers': cors.allowHeaders }),
			'access-control-max-age': '7200',
		},
	};
}

const allows = (traits: Traits, path: string): boolean =>
	traits.cors.paths.some((pattern) => pattern.test(path));
