import { countOf } from '../text';
import type { Norm } from './norm';
import { isWriting } from './writing';

/** What the server would refuse: counted as it counts. */
export const length: Norm = {
	id: 'length',
	check({ text, warning }, { kind, counting, limits, host }) {
		if (!isWriting(kind)) return [];
		const { used, limit, unit } = countOf({ counting, limits }, text, warning);
		if (used <= limit) return [];
		const by = used - limit;
		return [
			{
				verdict: 'block',
				by: 'limit',
				about: 'text',
				reason:
					unit === 'bytes'
						? { key: 'normTooManyBytes', parameters: { host, limit, by } }
						: { key: 'normTooLong', parameters: { host, limit, by } },
				remedies: [{ do: 'shorten', by }, { do: 'split' }, { do: 'ownText' }, { do: 'leaveOut' }],
			},
		];
	},
};
