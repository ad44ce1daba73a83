import { htmlToText, plainLine } from '../text';
import { parseJson } from './body';
import { NetworkProblem, type ProblemKind } from './problem';

const LONGEST = 300;
const STATUSES: Readonly<Record<number, ProblemKind>> = {
	401: 'ended',
	403: 'forbidden',
	404: 'missing',
	405: 'missing',
	410: 'missing',
	429: 'busy',
	501: 'missing',
	503: 'busy',
};

/** What is known of an answer that is no success. */
type Refusal = {
	host: string;
	status: number;
	body: string;
	html: boolean;
	/** The question carried a token: only then does 401 end a session. */
	token: string | undefined;
	secrets: readonly string[];
	until: number | undefined;
};

/** The problem that an answer with an error status means. */
export function refusal({
	host,
	status,
	body,
	html,
	token,
	secrets,
	until,
}: Refusal): NetworkProblem {
	const unnamed = status >= 500 ? 'broken' : 'refused';
	const kind = status === 401 && !token ? 'forbidden' : (STATUSES[status] ?? unnamed);
	const said = kind === 'refused' || kind === 'forbidden' ? saidIn(html ? '' : body) : '';
	const kept = hide(said, token ? [token, ...secrets] : secrets);
	return new NetworkProblem(kind, host, {
		status,
		...(kind === 'busy' && until !== undefined ? { until } : {}),
		...(kept ? { said: kept } : {}),
	});
}

/** A server may echo what it was sent. */
function hide(said: string, secrets: readonly string[]): string {
	return secrets.reduce((text, secret) => (secret ? text.replaceAll(secret, '…') : text), said);
}

/** `{error, error_description}` of the Mastodon family and of OAuth (RFC 6749), `{errors: {detail}}` of Pleroma. */
function saidIn(body: string): string {
	const answer = record(tryJson(body));
	const said =
		answer['error_description'] ??
		answer['message'] ??
		answer['error'] ??
		record(answer['errors'])['detail'];
	return typeof said === 'string' ? plainLine(htmlToText(said), LONGEST) : '';
}

function tryJson(body: string): unknown {
	try {
		return parseJson(body);
	} catch {
		// An error without a sentence is still an error with a status.
		return undefined;
	}
}

function record(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
