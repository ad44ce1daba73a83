// Texts: every string a person reads, by key, in the person's language; numbers, dates, sizes and durations too.
// Loads public/_locales itself, because the language is a setting and the browser's own i18n API cannot be told.
// May import lib/model, nothing else; draws nothing and fetches by the function it is given.
export { chosenLocale, inLanguage } from './language';
export { loadTexts } from './load';
export type { Key, Parameters, Texts } from './texts';
