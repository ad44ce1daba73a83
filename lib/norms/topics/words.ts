import type { WarningTopic } from '../../model';

/**
 * What a language says about a topic: how it is named above a post, and the words that point to it, in lower case and
 * parted by spaces. `word*` begins a word; `_` stands for a space within words that belong together.
 */
export type TopicWords = Readonly<Record<WarningTopic, readonly [name: string, words: string]>>;
