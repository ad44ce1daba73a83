import type { Norm } from './norm';
import { isWriting } from './writing';

/** What the server would refuse of a poll. */
export const polls: Norm = {
	id: 'polls',
	check({ poll, media = [] }, { kind, limits, features, host }) {
		if (!poll || !isWriting(kind)) return [];
		const block = { verdict: 'block', by: 'limit' } as const;
		if (!features.includes('polls')) {
			const remedies = [{ do: 'leaveOut' }] as const;
			return [{ ...block, remedies, reason: { key: 'normNoPolls', parameters: { host } } }];
		}
		if (media.length > 0) {
			const remedies = [{ do: 'dropFiles', files: media.map(({ file }) => file) }] as const;
			return [{ ...block, remedies, reason: { key: 'normPollWithFiles', parameters: { host } } }];
		}
		const { pollOptions: most = 4, pollOption: longest = 50 } = limits;
		const fits =
			poll.options.length >= 2 &&
			poll.options.length <= most &&
			poll.options.every((one) => one.trim() !== '' && [...one].length <= longest);
		if (fits) return [];
		return [{ ...block, reason: { key: 'normPollOptions', parameters: { host, most, longest } } }];
	},
};
