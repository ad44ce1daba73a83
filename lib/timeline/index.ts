// The timeline: the one lazy read over everything that is stored, and what is built on it.
// Today that is the history of the archives (segments); live posts join here as a second kind of source.
// May import lib/model, lib/text and lib/store.
export { type Conversation, conversation } from './conversation';
export { onThisDay } from './on-this-day';
export { type Cursor, newestFirst } from './position';
export { archives, get, read, type TimelineName } from './read';
