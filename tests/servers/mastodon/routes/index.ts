import type { Route } from '../http/route';
import { ACCOUNT_ROUTES } from './accounts';
import { COLLECTION_ROUTES } from './collections';
import { DEED_ROUTES } from './deeds';
import { FILTER_ROUTES } from './filters';
import { INSTANCE_ROUTES, ROOT_ROUTES } from './instance';
import { LIST_ROUTES } from './lists';
import { MARKER_ROUTES } from './markers';
import { MEDIA_ROUTES } from './media';
import { NOTIFICATION_ROUTES } from './notifications';
import { OAUTH_ROUTES } from './oauth';
import { OAUTH_PAGES } from './oauth-pages';
import { POLL_ROUTES } from './polls';
import { SEARCH_ROUTES } from './search';
import { STATUS_ROUTES } from './statuses';
import { TIMELINE_ROUTES } from './timelines';

export const ROUTES: readonly Route[] = [
	...INSTANCE_ROUTES,
	...OAUTH_ROUTES,
	...OAUTH_PAGES,
	...ACCOUNT_ROUTES,
	...TIMELINE_ROUTES,
	...STATUS_ROUTES,
	...DEED_ROUTES,
	...POLL_ROUTES,
	...SEARCH_ROUTES,
	...MARKER_ROUTES,
	...MEDIA_ROUTES,
	...NOTIFICATION_ROUTES,
	...LIST_ROUTES,
	...FILTER_ROUTES,
	...COLLECTION_ROUTES,
	...ROOT_ROUTES,
];
