import type { Post, QuoteState, View } from '../../../model';
import { type Json, localId, record, text } from '../../json';
import { keyAddress, pageAddress } from '../../web-address';
import type { Gathering } from './gathering';
import { handleOf } from './handle';

type Quote = NonNullable<Post['quote']>;

/** What the API calls a quote that is not to be seen; what is not known here is hidden. */
const STATES: Readonly<Record<string, QuoteState | undefined>> = {
	pending: 'pending',
	accepted: undefined,
	rejected: 'rejected',
	revoked: 'revoked',
	deleted: 'deleted',
};

const QUOTING: Readonly<Record<string, View['quoting']>> = {
	automatic: 'yes',
	manual: 'ask',
};

/** https://docs.joinmastodon.org/entities/QuoteApproval/ */
export function readQuoting(value: unknown): View['quoting'] {
	const approval = record(value);
	if (!approval || approval['current_user'] === undefined) return undefined;
	const name = text(approval['current_user']);
	return (Object.hasOwn(QUOTING, name) ? QUOTING[name] : undefined) ?? 'no';
}

/**
 * What a post quotes: Mastodon's Quote and ShallowQuote, Fedibird's `quote` (the post itself), Pleroma's
 * `pleroma.quote`. `keep` reads the quoted post where it may be seen.
 */
export function readQuote(
	status: Json,
	into: Gathering,
	keep: (value: unknown) => string | undefined,
): Quote | undefined {
	const pleroma = record(status['pleroma']);
	const quote = record(status['quote']) ?? record(pleroma?.['quote']);
	if (quote && typeof quote['state'] === 'string')
		return ofState(quote, quote['state'], into, keep);
	if (!quote) return ofAddress(pleroma);
	if (pleroma?.['quote_visible'] === false) return { ...named(quote, into), state: 'hidden' };
	return keep(quote) === undefined ? undefined : named(quote, into);
}

function ofState(
	quote: Json,
	name: string,
	into: Gathering,
	keep: (value: unknown) => string | undefined,
): Quote | undefined {
	const state = Object.hasOwn(STATES, name) ? STATES[name] : 'hidden';
	const quoted = record(quote['quoted_status']);
	if (state !== undefined) return { ...named(quoted, into), state };
	if (quoted) return keep(quoted) === undefined ? undefined : named(quoted, into);
	// A shallow one tells the server's id alone: of use where the post came with the same answer.
	const id = localId(quote['quoted_status_id']);
	const post = id === undefined ? undefined : into.postKey(id);
	return post === undefined ? undefined : { post, url: post, handle: '' };
}

/** Pleroma may know no more than where the quoted post is. */
function ofAddress(pleroma: Json | undefined): Quote | undefined {
	const post = keyAddress(pleroma?.['quote_url']);
	if (post === undefined) return undefined;
	const hidden = pleroma?.['quote_visible'] === false;
	return { post, url: post, handle: '', ...(hidden ? { state: 'hidden' } : {}) };
}

function named(quoted: Json | undefined, { border }: Gathering): Quote {
	const post = keyAddress(quoted?.['uri']) ?? keyAddress(quoted?.['url']) ?? '';
	const account = record(quoted?.['account']);
	return {
		post,
		url: pageAddress(quoted?.['url']) ?? post,
		handle: (account && handleOf(account, border)) ?? '',
	};
}
