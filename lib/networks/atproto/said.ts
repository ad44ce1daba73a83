import type { Answer } from '../http';
import { record, text } from '../json';
import type { NetworkProblem } from '../problem';
import { refusal } from '../refusal';

/** The server's own name for what went wrong (https://atproto.com/specs/xrpc#error-responses, RFC 6749). */
export function errorOf({ status, json }: Pick<Answer, 'status' | 'json'>): string | undefined {
	if (status < 400) return undefined;
	return text(record(json)?.['error']) || 'Unknown';
}

/** The problem that a passed 400 or 401 means when nothing more is known of it. */
export function refused(
	answer: Pick<Answer, 'status' | 'text'>,
	host: string,
	{ token, secrets = [] }: { token?: string; secrets?: readonly string[] },
): NetworkProblem {
	const { status, text: body } = answer;
	return refusal({ host, status, body, html: false, token, secrets, until: undefined });
}
