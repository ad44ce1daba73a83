import { Refusal } from '../http/route';
import type { World } from '../model';

export type Client = { id: string; name: string; redirects: readonly string[]; scope: string };

const invalid = (message: string): Refusal =>
	new Refusal(400, 'invalid_client_metadata', message, { problem: true });

/** Who a program says it is: by a document at its address, or by an address on loopback alone. */
export async function clientOf(world: World, id: string): Promise<Client> {
	if (id.startsWith('http://localhost')) return loopback(id);
	if (!/^https:\/\/[^/:?#]+\/[^#]+$/.test(id)) throw invalid(`not a client_id: ${id}`);
	const { headers, ...answer } = await fetched(world, id);
	if (answer.status !== 200) throw invalid(`Unexpected status ${answer.status} from ${id}`);
	if (!/^application\/json\b/.test(headers.get('content-type') ?? ''))
		throw invalid(`${id} is no application/json`);
	const document = JSON.parse(answer.text) as Record<string, unknown>;
	const must = (name: string, holds: boolean) => {
		if (!holds) throw invalid(`"${name}" of ${id} is ${JSON.stringify(document[name])}`);
	};
	const has = (name: string, value: string) => [document[name]].flat().includes(value);
	must('client_id', document['client_id'] === id);
	must('grant_types', has('grant_types', 'authorization_code'));
	must('grant_types', has('grant_types', 'refresh_token'));
	must('response_types', has('response_types', 'code'));
	must('token_endpoint_auth_method', document['token_endpoint_auth_method'] === 'none');
	must('dpop_bound_access_tokens', document['dpop_bound_access_tokens'] === true);
	must('application_type', has('application_type', 'web') || has('application_type', 'native'));
	const scope = String(document['scope'] ?? '');
	must('scope', scope.split(' ').includes('atproto'));
	const redirects = [document['redirect_uris']].flat().map(String);
	must('redirect_uris', redirects.length > 0 && redirects.every(isFine));
	return { id, name: String(document['client_name'] ?? id), redirects, scope };
}

async function fetched({ fetch }: World, id: string) {
	try {
		const answer = await fetch(id, { redirect: 'error', headers: { accept: 'application/json' } });
		return { status: answer.status, headers: answer.headers, text: await answer.text() };
	} catch (error) {
		throw invalid(`Unable to obtain client metadata for "${id}": ${String(error)}`);
	}
}

const isFine = (redirect: string): boolean => /^https:\/\/[^/]+\//.test(redirect);

/** https://atproto.com/specs/oauth#localhost-client-development */
function loopback(id: string): Client {
	const url = new URL(id);
	if (
		url.port !== '' ||
		url.pathname !== '/' ||
		url.hash !== '' ||
		/^http:\/\/localhost\/\?/.test(id)
	)
		throw invalid('a loopback client_id has no port and no path');
	for (const name of url.searchParams.keys())
		if (name !== 'redirect_uri' && name !== 'scope')
			throw invalid(`Unexpected query parameter "${name}" in client ID`);
	const told = url.searchParams.getAll('redirect_uri');
	const redirects = told.length > 0 ? told : ['http://127.0.0.1/', 'http://[::1]/'];
	for (const redirect of redirects)
		if (!/^http:\/\/(127\.0\.0\.1|\[::1\])(:\d+)?\//.test(redirect))
			throw invalid(`Loopback redirect is not to 127.0.0.1 or [::1]: ${redirect}`);
	const scope = url.searchParams.get('scope') ?? 'atproto';
	return { id, name: 'Development client', redirects, scope };
}

/** Loopback redirects may name any port. */
export function mayLeadTo({ id, redirects }: Client, redirect: string): boolean {
	if (redirects.includes(redirect)) return true;
	const portless = (url: string) => url.replace(/^(http:\/\/[^/]+?)(:\d+)?\//, '$1/');
	return (
		id.startsWith('http://localhost') &&
		redirects.some((one) => portless(one) === portless(redirect))
	);
}
