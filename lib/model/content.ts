import type { Visibility } from './post';

/** A file that goes with a post: its bytes stand in the store under their sha-256. */
export type Attached = {
	/** SHA-256 of the bytes that are sent, in hex. */
	file: string;
	/** MIME type of these bytes. */
	type: string;
	alt?: string;
	/** What to keep in view when it is cut: -1 to 1 from left to right and from bottom to top. */
	focus?: { x: number; y: number };
};

/** What a delivery makes appear, frozen before it is sent. JSON. */
export type Content = {
	/** As the person typed it; what a network makes of it is its adapter's. */
	text: string;
	warning?: string;
	/** The pictures are covered until they are asked for. */
	sensitive?: true;
	/** BCP 47. */
	language?: string;
	visibility: Exclude<Visibility, 'community'>;
	media?: readonly Attached[];
	poll?: { options: readonly string[]; multiple?: true; seconds: number };
};
