// Text: pure functions over strings that several rooms need. Runs in every process.
// May import lib/model, nothing else.
export { unescapeText } from './entities';
export { htmlToRichText, htmlToText } from './html/html';
export { parseInstant, writeInstant } from './instant';
export { plainLine, plainPieces, plainText } from './plain';
