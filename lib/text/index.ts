// Text: pure functions over strings that several rooms need. Runs in every process.
// May import lib/model and htmlparser2, nothing else.
export { unescapeText } from './entities';
export { htmlToRichText, htmlToText } from './html/html';
export { parseInstant } from './instant';
export { plainLine, plainText } from './plain';
