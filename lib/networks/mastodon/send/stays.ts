import type { Session } from '../../../model';
import { parseInstant } from '../../../text';
import { path } from '../../address';
import { ask } from '../../http';
import type { Io } from '../../io';
import { list, localId, record } from '../../json';
import { NetworkProblem } from '../../problem';
import { readPoll } from '../decode/poll';

/**
 * What of a post is not to change. Servers take files and polls away that a change does not name, and let by a setting
 * of the account whoever quote whom a change does not keep from it
 * (https://github.com/mastodon/mastodon/blob/main/app/services/update_status_service.rb).
 */
export type Stays = {
	media_ids: readonly string[];
	poll?: { options: readonly string[]; multiple: boolean; hide_totals: boolean; endsAt?: number };
	quote_approval_policy?: string;
};

/** Far more than any server lets a post have. */
const MOST = 50;
const QUOTERS = ['public', 'followers'];
/** Servers take no poll that ends sooner (PollExpirationValidator). */
const SHORTEST_SECONDS = 300;

/** Reads it from the post as it is now. Throws `refused` for a poll that is over: it could only be begun anew. */
export async function staysOf(session: Session, id: string, io: Io): Promise<Stays> {
	const { json } = await ask(io, { session, path: path`/api/v1/statuses/${id}` });
	const status = record(json);
	if (!status) throw new NetworkProblem('broken', session.host);
	const quoting = record(status['quote_approval']);
	const may = quoting && list(quoting['automatic'], MOST);
	return {
		media_ids: list(status['media_attachments'], MOST).flatMap(
			(one) => localId(record(one)?.['id']) ?? [],
		),
		...pollOf(status['poll'], session.host, io.now()),
		...(may ? { quote_approval_policy: QUOTERS.find((who) => may.includes(who)) ?? 'nobody' } : {}),
	};
}

function pollOf(value: unknown, host: string, now: number): Pick<Stays, 'poll'> {
	const found = readPoll(value);
	if (!found) return {};
	const { options, multiple = false, closed } = found.poll;
	const endsAt = parseInstant(record(value)?.['expires_at']);
	if (closed || (endsAt !== undefined && endsAt <= now)) {
		const sentence = { key: 'sendPollOver', parameters: { host } } as const;
		throw new NetworkProblem('refused', host, { sentence });
	}
	return {
		poll: {
			options: options.map(({ title }) => title),
			multiple,
			// Only then are the votes not told before the end.
			hide_totals: options.some(({ votes }) => votes === undefined),
			...(endsAt === undefined ? {} : { endsAt }),
		},
	};
}

/** The same as fields of a change that is sent now: how a poll goes on is told by what is left of it. */
export function stayingBody({ poll, ...others }: Stays, now: number): object {
	if (!poll) return others;
	const { endsAt, ...asked } = poll;
	const left = endsAt === undefined ? undefined : Math.ceil((endsAt - now) / 1000);
	const ends = left === undefined ? {} : { expires_in: Math.max(SHORTEST_SECONDS, left) };
	return { ...others, poll: { ...asked, ...ends } };
}
