// The network of servers that speak the Mastodon API: Mastodon, GoToSocial, Pleroma, Pixelfed, Hollo, snac, their
// kin. Touches nothing but its `io`; what programs do differently is data in traits.ts.
import type { Network } from '../network';
import { discover, refresh } from './discover';
import { keepMarkers } from './markers';
import { papers } from './papers';
import { polling } from './polling';
import { emojis } from './read/emoji';
import { locate } from './read/find';
import { announcements } from './read/notices';
import { page } from './read/page';
import { people, person } from './read/people';
import { react } from './read/react';
import { refusals } from './read/refusals';
import { search, sources } from './read/search';
import { history, thread } from './read/thread';
import { translate } from './read/translate';
import { begin, end, finish } from './sign-in';
import { stream } from './stream';

export const mastodon: Network = {
	...polling,
	page,
	discover,
	refresh,
	begin,
	finish,
	end,
	sources,
	thread,
	person,
	people,
	announcements,
	search,
	emojis,
	history,
	translate,
	locate,
	react,
	refusals,
	keepMarkers,
	papers,
	stream,
};
