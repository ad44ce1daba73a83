/** After this long a server has answered, or nobody knows whether it will: as long as a post or a file may take. */
const TIMEOUT_MS = 30_000;
/** The first look at what an unclear attempt did. */
export const FIRST_LOOK_MS = 2000;
/** Where the server gives the first post again: not before whatever is still under way there has ended. */
export const REPEAT_MS = 30_000;
/** Between two read-backs that together say that it is not there. */
export const APART_MS = 2 * TIMEOUT_MS;
/** A scheduled post that is later than this is asked about. */
export const LATE_MS = 5 * 60_000;
/** Attempts with one key, before a server that answers with an error for ever is taken as one that keeps no keys. */
export const MOST_REPEATS = 5;
/** Between two looks at a file that the server still works on, and how often in a row. */
export const WORKING_MS = 1000;
export const MOST_LOOKS = 20;
