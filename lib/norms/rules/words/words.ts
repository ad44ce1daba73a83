/**
 * What words mean in rules: concept to phrases between bars. `*` ends a word that may go on; writing is normalised, so
 * accents, case and hyphens do not matter. A longer phrase hides what lies within it; `none` means nothing but that.
 */
export type Words = Readonly<Record<string, string>>;
