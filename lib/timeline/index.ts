// The timeline: the one lazy read over everything that is stored (archives' segments and live entries), and what
// fills it: fetching page by page, streams, reactions, notices.
// May import lib/model, lib/text, lib/store, lib/sessions, and of lib/networks the contract.
export { announcements, fetchAnnouncements, readAnnouncement } from './announcements';
export { type Conversation, conversation } from './conversation';
export { fetchHistory } from './edits';
export { countNewer } from './entries';
export { fetchNewer, fetchOlder } from './fetch';
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
export { poll } from './poll';
export { type Cursor, cursorOf, newestFirst } from './position';
export { type Change, react } from './react';
export { archives, get, read } from './read';
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
