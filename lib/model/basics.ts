/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** Names a network adapter. The model knows none by name. */
export type NetworkId = string;
/** AP `uri`, `at://did/…`, or `tw:<id>`; a liked post of an archive is `twlike:<id>`. */
export type PostUri = string;
/** AP actor URI, DID, or `tw:<accountId>`. */
export type AccountUri = string;

/** Somebody named in a post; archives know a handle more often than an id. */
export type Mentioned = { handle: string; name?: string; account?: AccountUri };

/** How words look; styles may overlap each other and everything else. */
export type Style = 'bold' | 'italic' | 'code' | 'strike';

/** A marked stretch of text; start and end are UTF-16 offsets, end exclusive. */
export type Facet = { start: number; end: number } & (
	| { type: 'link'; href: string }
	| { type: 'mention'; handle: string; account?: AccountUri }
	| { type: 'tag'; tag: string }
	| { type: 'cashtag'; tag: string }
	| { type: Style }
);

/** Plain text with facets in order of their start; those that lead somewhere never overlap each other. */
export type RichText = { text: string; facets?: readonly Facet[] };

/** A text for people: translated where it is drawn, never before. */
export type Text = { key: string; parameters?: Readonly<Record<string, string | number | Date>> };
