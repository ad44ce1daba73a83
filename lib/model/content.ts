import type { AnsweringRule, Visibility } from './post';
import type { WarningTopic } from './rule';

/** A file that goes with a post: its bytes stand in the store under their sha-256. */
export type Attached = {
	/** SHA-256 of the bytes that are sent, in hex. */
	file: string;
	/** MIME type of these bytes. */
	type: string;
	alt?: string;
	/** What to keep in view when it is cut: -1 to 1 from left to right and from bottom to top. */
	focus?: { x: number; y: number };
	/** Of the file as the person chose it: never sent. A description that says the same is none. */
	name?: string;
	/** Bytes. */
	size?: number;
	/** Pixels. */
	width?: number;
	height?: number;
};

/** What a text reads like, as told on the page that it was written on. `reliable`: the detector itself trusts it. */
export type LanguageGuess = { language: string; reliable: boolean };

/** What a text seems to be about, by its words, and how that is called in its language. */
export type TopicFound = { topic: WarningTopic; name: string };

/** What a delivery makes appear, frozen before it is sent. JSON. */
export type Content = {
	/** As the person typed it; what a network makes of it is its adapter's. */
	text: string;
	warning?: string;
	/** The pictures are covered until they are asked for. */
	sensitive?: true;
	/** BCP 47. */
	language?: string;
	/** What the text reads like, whatever its language is said to be. Never sent. */
	guess?: LanguageGuess;
	/** What it seems to be about, as told on the page that it was sent from; absent: nobody looked. Never sent. */
	topics?: readonly TopicFound[];
	visibility: Exclude<Visibility, 'community'>;
	media?: readonly Attached[];
	poll?: { options: readonly string[]; multiple?: true; seconds: number };
	/** Who may answer besides its author; empty: nobody. Absent: whoever the network lets. */
	answering?: readonly Exclude<AnsweringRule, object>[];
	/** Who may quote it besides its author; absent: whoever the network lets. */
	quoting?: 'followers' | 'nobody';
	/** The page that it points to, in the person's own words; for networks that read no page by themselves. */
	card?: { url: string; title: string; description?: string };
};
