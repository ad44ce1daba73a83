import type { Named, Venue, Verdict } from '../model';
import type { Norm } from './norm';

type Said = Omit<Verdict, 'norm'>;

/** Who wrote a post decides who may quote it, and what only some may see is passed on by nobody else. */
export const quoting: Norm = {
	id: 'quoting',
	check(_content, venue) {
		const { kind, quote, subject } = venue;
		if (kind === 'repost') return subject ? passedOn(subject) : [];
		return quote && (kind === 'create' || kind === 'hand-over') ? quoted(quote, venue) : [];
	},
};

const REMEDIES = [{ do: 'dropQuote' }, { do: 'leaveOut' }] as const;

function quoted(quote: Named, { kind, features, host }: Venue): Said[] {
	const handle = quote.author ?? '?';
	const block = { verdict: 'block', remedies: REMEDIES } as const;
	// A window shows a link as its network likes.
	if (kind === 'create' && !features.includes('quotes')) {
		return [{ ...block, by: 'limit', reason: { key: 'normNoQuotes', parameters: { host } } }];
	}
	if (quote.own) return [];
	if (isClosed(quote)) {
		return [{ ...block, by: 'author', reason: { key: 'normQuoteClosed', parameters: { handle } } }];
	}
	if (quote.quoting === 'no') {
		return [{ ...block, by: 'author', reason: { key: 'normQuoteDenied', parameters: { handle } } }];
	}
	if (quote.quoting !== 'ask') return [];
	return [
		{ verdict: 'advise', by: 'author', reason: { key: 'normQuoteAsks', parameters: { handle } } },
	];
}

function passedOn(subject: Named): Said[] {
	if (!isClosed(subject) || subject.own) return [];
	const handle = subject.author ?? '?';
	return [
		{
			verdict: 'block',
			by: 'author',
			reason: { key: 'normRepostClosed', parameters: { handle } },
			remedies: [{ do: 'leaveOut' }],
		},
	];
}

function isClosed({ visibility }: Named): boolean {
	return visibility === 'followers' || visibility === 'direct' || visibility === 'community';
}
