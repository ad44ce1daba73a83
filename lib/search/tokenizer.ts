/** Stored with an index; another number means that its texts were cut differently and it has to be made anew. */
export const TOKENIZER = 1;
