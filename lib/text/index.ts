// Text: pure functions over strings that several rooms need. Runs in every process.
// May import lib/model, nothing else.
export { bordersOf, partsOf } from './count/borders';
export { countOf, withWarning } from './count/count';
export { type Mark, marksIn, mentionsIn } from './count/marks';
export { borderNear, nextBorder } from './count/steps';
export { unescapeText } from './entities';
export { htmlToRichText, htmlToText, pageToText } from './html/html';
export { parseInstant, writeInstant } from './instant';
export { plainLine, plainPieces, plainText } from './plain';
export { lettersIn, wordsIn, wordsOf, wordsShown } from './words';
