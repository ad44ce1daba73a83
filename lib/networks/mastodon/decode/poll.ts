import type { Poll, View } from '../../../model';
import { parseInstant } from '../../../text';
import { count, each, flag, line, list, localId, present, record } from '../../json';

const LONGEST_OPTION = 500;
const MOST_OPTIONS = 50;

/** https://docs.joinmastodon.org/entities/Poll/ */
export function readPoll(
	value: unknown,
): { poll: Poll; view: Pick<View, 'pollId' | 'voted'> } | undefined {
	const json = record(value);
	// An option without a title keeps its place: answers are named by index.
	const options = each(json?.['options'], MOST_OPTIONS, (option) => ({
		title: line(record(option)?.['title'], LONGEST_OPTION) ?? '…',
		...present({ votes: count(record(option)?.['votes_count']) }),
	}));
	if (!json || !options) return undefined;
	return {
		poll: {
			options,
			votes: count(json['votes_count']) ?? 0,
			...present({
				closesAt: parseInstant(json['expires_at']),
				closed: flag(json['expired']),
				multiple: flag(json['multiple']),
				voters: count(json['voters_count']),
			}),
		},
		view: present({
			pollId: localId(json['id']),
			voted: json['voted'] === true ? readVotes(json['own_votes'], options.length) : undefined,
		}),
	};
}

function readVotes(value: unknown, options: number): readonly number[] {
	return list(value, MOST_OPTIONS).flatMap((vote) => {
		const index = count(vote);
		return index !== undefined && index < options ? [index] : [];
	});
}
