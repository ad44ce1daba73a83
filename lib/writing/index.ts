// What helps to write: which language a text is in, and pictures that fit a server. The work is done in a worker of
// its own (worker.ts); pages have this. Asks nobody, stores nothing. May import lib/text.
export { connectWriting, type Writing } from './client';
export { withoutPlace } from './metadata';
