import type { Content, Venue, Verdict, Visibility } from '../model';
import type { Norm } from './norm';
import { isWriting } from './writing';

type Said = Omit<Verdict, 'norm'>;

const WIDTH: Readonly<Record<Visibility, number>> = {
	direct: 0,
	community: 1,
	followers: 1,
	unlisted: 2,
	public: 3,
};

/** Who may see something never becomes more than was meant: not by the network, and not by an answer. */
export const audience: Norm = {
	id: 'audience',
	check(content, venue) {
		if (!isWriting(venue.kind)) return [];
		return [...openPlace(content, venue), ...openAnswer(content, venue)];
	},
};

/** A network on which everything is public, or an intent that such a window could not keep. */
function openPlace({ visibility }: Content, { kind, limits, name, host }: Venue): Said[] {
	const isOpen = limits.publicOnly === true || kind === 'hand-over';
	if (!isOpen || WIDTH[visibility] >= WIDTH.unlisted) return [];
	return [
		{
			verdict: 'block',
			by: 'limit',
			about: 'visibility',
			reason: { key: 'normPublicOnly', parameters: { host: host || name } },
			// To open it to everybody is no remedy: whoever wants that says so where visibility is chosen.
			remedies: [{ do: 'leaveOut' }],
		},
	];
}

/** An answer to what only some may see tells others of it. */
function openAnswer({ visibility }: Content, { kind, replyTo }: Venue): Said[] {
	const asked = replyTo?.visibility;
	if (kind !== 'create' || asked === undefined) return [];
	if (asked === 'public' || asked === 'unlisted') return [];
	if (WIDTH[visibility] <= WIDTH[asked]) return [];
	const handle = replyTo?.author ?? '?';
	const to = asked === 'community' ? 'followers' : asked;
	const remedies = [{ do: 'setVisibility', to }] as const;
	const reason = { key: 'normWiderAnswer', parameters: { handle } };
	const common = { about: 'visibility', reason, remedies } as const;
	return replyTo?.own
		? [{ ...common, verdict: 'ask', by: 'custom', override: 'goOn' }]
		: [{ ...common, verdict: 'block', by: 'author' }];
}
