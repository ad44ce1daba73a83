// The timeline: the one lazy read over everything that is stored (archives' segments and live entries), and what
// fills it: fetching page by page, streams, reactions, notices.
// May import lib/model, lib/text, lib/store, lib/sessions, and of lib/networks the contract.
export { readAgain, type Stretch } from './again';
export { announcements, fetchAnnouncements, readAnnouncement } from './announcements';
export { type Conversation, conversation } from './conversation';
export { fetchHistory } from './edits';
export { countNewer } from './entries';
export { fetchNewer, fetchOlder } from './fetch';
export { filters, isRepost, passes } from './filter';
export { isAsRead } from './fresh';
export { type Gap, gaps, gapsBetween, gapsIn, missingBetween } from './gaps';
export { live } from './live';
export { lookedAtNotices } from './markers';
export {
	fetchNotices,
	fetchOlderNotices,
	newNoticeCount,
	noticeSourceStates,
	notices,
	type ShownNotice,
} from './notices';
export { onThisDay } from './on-this-day';
export { storedOf, writingsOf } from './person';
export { poll } from './poll';
export { type Cursor, cursorAbove, cursorOf, newestFirst } from './position';
export { type Change, react } from './react';
export { archives, get, getAll, read } from './read';
export { keepReadTo, type ReadTo, readElsewhere } from './read-to';
export { onSilence, SILENCE_MS, silentSources } from './silence';
export {
	fetchNamedSources,
	homeSources,
	horizon,
	namedSources,
	sourceStates,
} from './sources';
export { fetchThread } from './thread';
export { timelineOf } from './timeline-of';
export { translate, translator } from './translate';
