// Posting on servers that speak AT Protocol: every record has its own key before it is sent, so that each step can be
// repeated for ever.
import type { Sender } from '../../sender';
import { find } from './find';
import { mutate } from './mutate';
import { prepare } from './prepare';
import { stands } from './ref';
import { upload } from './upload';

export const sender: Sender = {
	again: () => ({ safeFor: Number.POSITIVE_INFINITY }),
	stands,
	prepare,
	upload,
	mutate,
	find,
};
