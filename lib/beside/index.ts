// Beside other people's pages: what is taken over from one into our composer, where their composers and their
// navigation are.
// All of it is hostile until it is plain text of a length that we chose. May import lib/model, lib/text and
// lib/messages.ts; the pages of others are touched in entrypoints/also and entrypoints/entry alone.
export { addressOf, narrowerOf, readBrought, textOf, warningOf } from './brought';
export { type FromSite, isTooLong, readFromSite } from './message';
export { isPostedAt, navigationAt, SUGGESTED, siteAt, WITH_NAVIGATION } from './sites';
export type { Narrower, Navigation, Site } from './sites/site';
