import type { Content, Reach, Venue, Verdict } from '../model';
import { mentionsIn } from '../text';
import type { Norm } from './norm';
import { isWriting } from './writing';

type Said = Omit<Verdict, 'norm'>;

/**
 * Whom a post names or answers and does not reach, because one of the two servers refuses the other. The server takes
 * the post all the same, so nothing stops it; but it would be silence that nobody is told of, so it is asked about
 * once. Where only some do not see it, that is said. What is not known is not claimed to be reached: nothing is said.
 */
export const reach: Norm = {
	id: 'reach',
	check(content, venue) {
		if (!isWriting(venue.kind) || venue.kind === 'hand-over') return [];
		return (venue.reach ?? []).flatMap((one) => {
			const handles = thereOf(content, venue, one.to);
			return handles.length === 0 ? [] : (said(one, handles, venue) ?? []);
		});
	},
};

/** Full handles of those on a host whom the content addresses, each once. */
function thereOf({ text }: Content, { kind, replyTo }: Venue, host: string): readonly string[] {
	const answered = kind === 'create' && !replyTo?.own ? (replyTo?.author ?? '') : '';
	const all = [answered, ...mentionsIn(text).map(({ handle }) => handle)];
	return [...new Set(all.filter((handle) => isAt(handle, host)))];
}

/** Handles name a host in its own letters, lists of servers in punycode. */
function isAt(handle: string, host: string): boolean {
	const there = `https://${handle.split('@')[1]}`;
	return URL.canParse(there) && new URL(there).host === host;
}

function said(one: Reach, handles: readonly string[], { replyTo }: Venue): Said | undefined {
	const { state, from, to, by, comment, instead = [] } = one;
	const who = handles.map((handle) => `@${handle}`).join(', ');
	const common = {
		by: 'limit',
		about: 'text',
		...(comment === undefined ? {} : { source: { sentence: comment } }),
	} as const;
	if (state === 'limited' && by === 'to') {
		const reason = { key: 'normReachLimited', parameters: { from, to, who } };
		return { ...common, verdict: 'advise', reason };
	}
	if (state !== 'blocked') return undefined;
	const parameters = { from, to, who, ...(instead.length > 0 ? { as: namesOf(instead) } : {}) };
	const isAnswer = handles.includes(replyTo?.author ?? '');
	return {
		...common,
		verdict: 'ask',
		reason: { key: keyOf(by, instead.length > 0), parameters },
		override: 'goOn',
		remedies: [...(isAnswer ? [{ do: 'dropReply' } as const] : []), { do: 'leaveOut' }],
	};
}

function keyOf(by: Reach['by'], elsewhere: boolean): string {
	if (by === 'to') return elsewhere ? 'normReachTheirsElse' : 'normReachTheirs';
	return elsewhere ? 'normReachOursElse' : 'normReachOurs';
}

function namesOf(handles: readonly string[]): string {
	return handles.map((handle) => `@${handle}`).join(', ');
}
