// The network of servers that speak the Mastodon API: Mastodon, GoToSocial, Pleroma, Pixelfed, Hollo, snac, their
// kin. Touches nothing but its `io`; what programs do differently is data in traits.ts.
import type { Network } from '../network';
import { MASTODON } from './decode/border';
import { discover, refresh } from './discover';
import { keepMarkers, markers } from './markers';
import { locate } from './read/find';
import { announcements, notices } from './read/notices';
import { page } from './read/page';
import { people, person } from './read/people';
import { react } from './read/react';
import { search, sources } from './read/search';
import { history, thread } from './read/thread';
import { begin, end, finish, verify } from './sign-in';
import { stream } from './stream';

export const mastodon: Network = {
	id: MASTODON,
	discover,
	refresh,
	begin,
	finish,
	end,
	verify,
	page,
	sources,
	thread,
	person,
	people,
	notices,
	announcements,
	search,
	history,
	locate,
	react,
	markers,
	keepMarkers,
	stream,
};
