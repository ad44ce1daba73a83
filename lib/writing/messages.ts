/** What a text seems to be written in. `reliable`: the detector itself trusts it. */
export type Guess = { language: string; reliable: boolean };

/** What a server takes of a picture; what is absent has no limit. */
export type Room = {
	/** Bytes. */
	bytes?: number;
	/** Width times height. */
	pixels?: number;
	/** MIME types. */
	types?: readonly string[];
};

export type Fitted = { blob: Blob; width: number; height: number };

export type ToWriting =
	| { id: number; type: 'guess'; text: string }
	| { id: number; type: 'fit'; picture: Blob; room: Room };

export type FromWriting =
	| { id: number; guess: Guess | undefined }
	| { id: number; fitted: Fitted | undefined }
	| { id: number; failed: string };
