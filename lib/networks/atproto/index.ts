// The network of servers that speak AT Protocol: accounts that prove themselves by a DID, servers that keep them, and
// services behind those that serve timelines. Touches nothing but its `io`.
import type { Network } from '../network';
import { discover } from './discover';
import { begin, finish } from './oauth';
import { papers } from './papers';
import { enter } from './password';
import { polling } from './polling';
import { locate } from './read/find';
import { keepMarkers } from './read/notices';
import { page } from './read/page';
import { people, person } from './read/people';
import { policies } from './read/policies';
import { preferences } from './read/preferences';
import { react } from './read/react';
import { search } from './read/search';
import { sources } from './read/sources';
import { thread } from './read/thread';
import { refresh } from './server';
import { service } from './service';
import { end } from './verify';

export const atproto: Network = {
	...polling,
	preferences,
	page: (session, source, at, io) => page(session, source, at, io, () => import('./repo')),
	discover,
	refresh,
	begin,
	finish,
	enter,
	end,
	service,
	papers,
	policies,
	sources,
	thread,
	person,
	people,
	search,
	locate,
	react,
	keepMarkers,
};
