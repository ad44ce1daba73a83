// Full-text search over everything stored: cuts texts into terms, packs postings into pages, parses and answers
// queries. The importer builds blocks with it; pages ask through a worker (worker.ts, the room's second door).
// May import lib/model and lib/store.
export { type BlockBuilder, createBlockBuilder } from './block/builder';
export { TermTable } from './block/term-table';
export { connectSearch, type SearchClient } from './client';
export type { SearchCursor, SearchPage } from './messages';
export { highlight } from './query/highlight';
export { parseQuery, withoutOpenName } from './query/parse';
export type { Query } from './query/query';
export { foldText, needsNoSpace } from './terms/fold';
export { Term } from './terms/term';
export { TOKENIZER } from './tokenizer';
export { isUntidy } from './untidy';
