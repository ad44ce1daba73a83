import type { Carrying, Content, Named, Venue, Verdict } from '../model';
import type { Norm } from './norm';

type Said = Omit<Verdict, 'norm'>;

const LEAVE_OUT = [{ do: 'leaveOut' }] as const;

const REFUSED: Readonly<Record<Exclude<Carrying, 'open'>, string>> = {
	'signed-in': 'normBringSignedIn',
	'no-index': 'normBringNoIndex',
	'no-bridge': 'normBringNoBridge',
};

/**
 * A post of one network that is brought to another: its author's refusals go with it, whatever the place it is brought
 * to would let one do. My own are mine to bring; nobody's is brought once it is gone.
 */
export const reposting: Norm = {
	id: 'reposting',
	check(content, venue) {
		const { source, kind } = venue;
		if (!source || (kind !== 'create' && kind !== 'hand-over')) return [];
		if (source.unknown) return [refused('normBringGone', {})];
		if (source.own) return own(source, content, venue);
		const handle = source.author ?? '?';
		const why = refusal(source);
		if (why !== undefined) return [refused(why, { handle })];
		return [...wider(source, content, venue, handle), ...unsaid(source, handle)];
	},
};

function refused(key: string, parameters: Readonly<Record<string, string>>): Said {
	return { verdict: 'block', by: 'author', reason: { key, parameters }, remedies: LEAVE_OUT };
}

function refusal({ visibility, quoting, carrying }: Named): string | undefined {
	if (isClosed(visibility)) return 'normBringClosed';
	if (quoting === 'no') return 'normQuoteDenied';
	return carrying === undefined || carrying === 'open' ? undefined : REFUSED[carrying];
}

/** What was kept out of public lists stays out of them; a place that has nothing else gets it not at all. */
function wider(
	{ visibility }: Named,
	content: Content,
	{ kind, limits, host, name }: Venue,
	handle: string,
): Said[] {
	if (visibility !== 'unlisted') return [];
	if (limits.publicOnly || kind === 'hand-over') {
		return [refused('normBringQuiet', { handle, host: host || name })];
	}
	if (content.visibility !== 'public') return [];
	const remedies = [{ do: 'setVisibility', to: 'unlisted' }, ...LEAVE_OUT] as const;
	const reason = { key: 'normBringWider', parameters: { handle } };
	return [{ verdict: 'block', by: 'author', about: 'visibility', reason, remedies }];
}

/** Nobody knows what the author thinks of it: the person may, and says so once. */
function unsaid({ quoting, carrying }: Named, handle: string): Said[] {
	const key =
		quoting === 'ask' ? 'normBringAsks' : carrying === undefined ? 'normBringUnsaid' : undefined;
	if (key === undefined) return [];
	const reason = { key, parameters: { handle } };
	return [{ verdict: 'ask', by: 'author', reason, override: 'goOn', remedies: LEAVE_OUT }];
}

/** Words of mine for few may be brought to many by me alone, and not by mistake. */
function own({ visibility }: Named, content: Content, { kind }: Venue): Said[] {
	const isOpening = isClosed(visibility) && (kind === 'hand-over' || isOpen(content));
	if (!isOpening) return [];
	const reason = { key: 'normBringOwnClosed' };
	return [{ verdict: 'ask', by: 'custom', about: 'visibility', reason, override: 'goOn' }];
}

function isOpen({ visibility }: Content): boolean {
	return visibility === 'public' || visibility === 'unlisted';
}

function isClosed(visibility: Named['visibility']): boolean {
	return visibility === 'followers' || visibility === 'direct' || visibility === 'community';
}
