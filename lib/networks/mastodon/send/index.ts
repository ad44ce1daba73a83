// Posting on servers that speak the Mastodon API, in steps that can each be repeated or read back.
import type { Sender } from '../../sender';
import { secretOf } from '../secret';
import { traitsOf } from '../traits';
import { find, stands } from './find';
import { mutate } from './mutate';
import { prepare } from './prepare';
import { upload } from './upload';

/** A key is trusted for less than the server says that it keeps it. */
const MARGIN_MS = 5 * 60_000;

export const sender: Sender = {
	again(session) {
		const { idempotency, keptFor } = traitsOf(secretOf(session).software);
		// `replay` gives any stored answer again: the first post, or a refusal that was final anyway.
		const safe = idempotency === 'first' || idempotency === 'replay';
		return safe ? { safeFor: keptFor * 1000 - MARGIN_MS } : 'doubles';
	},
	stands,
	prepare,
	upload,
	mutate,
	find,
};
