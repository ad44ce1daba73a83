import type { Norm } from './norm';

/** Who wrote the post that is answered decides who may answer. */
export const answering: Norm = {
	id: 'answering',
	check(_content, { kind, replyTo }) {
		if (kind !== 'create' || !replyTo || replyTo.own) return [];
		const nobody = replyTo.answering?.length === 0;
		if (replyTo.mayAnswer !== false && !nobody) return [];
		const handle = replyTo.author ?? '?';
		return [
			{
				verdict: 'block',
				by: 'author',
				reason: { key: 'normNoAnswers', parameters: { handle } },
				remedies: [{ do: 'dropReply' }, { do: 'leaveOut' }],
			},
		];
	},
};
