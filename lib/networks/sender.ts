import type { Content, Instant, PostUri, Session } from '../model';
import type { Io } from './io';
import type { PostRef, SeenPost } from './network';
import type { NetworkProblem } from './problem';

/** One change that everybody can see, of one account. */
export type Work =
	| { kind: 'create'; content: Content; replyTo?: PostRef; quote?: PostRef }
	| { kind: 'edit'; post: PostRef; content: Content }
	| { kind: 'delete'; post: PostRef }
	| { kind: 'repost' | 'unrepost'; post: PostRef };

/** A file of the content that the server has; `working` until it may be used. */
export type Uploaded = { file: string; id: string; state: 'working' | 'ready'; at: Instant };

/** Work that is ready to be sent again and again. JSON; stored before anything goes out. */
export type Prepared = {
	/** Random, made once for the delivery: tells its attempts from every other. */
	key: string;
	work: Work;
	/** When it was prepared: nothing older on the server can come of it. */
	at: Instant;
	/** The server's own ids of the posts that it names. */
	ids: { post?: string; replyTo?: string; quote?: string };
	uploaded: readonly Uploaded[];
	/** What else the adapter froze. */
	frozen?: unknown;
};

/**
 * What became of one attempt. `later`: certainly not done, and it may be tried again as it is. `refused`: certainly not
 * done, and trying again changes nothing. `unknown`: it may have been done or may yet be; nobody can say before
 * reading it back.
 */
export type Outcome =
	| { state: 'sent'; post: PostUri; seen?: SeenPost }
	| { state: 'later' | 'refused' | 'unknown'; problem: NetworkProblem };

/** Where it was found on reading back. `cannot tell`: somebody has to look. */
export type Found = { post: PostUri } | 'absent' | 'cannot tell';

/**
 * How a network makes posts appear and disappear. For lib/outbox alone, which judges before and stores between the
 * steps: prepare, upload until nothing is left, mutate, and find before every further mutate unless `again` is `safe`.
 */
export type Sender = {
	/**
	 * What a second attempt with the same `Prepared` does: `safe` gives the first post again (for so many milliseconds
	 * from the first attempt on), `doubles` makes another.
	 */
	again(session: Session): { safeFor: number } | 'doubles';
	/** Whether a post that this account saw is there still, and still shown to it. Throws `NetworkProblem`. */
	stands(session: Session, post: PostRef, io: Io): Promise<boolean>;
	/** Looks up what the work names. Changes nothing. Throws `NetworkProblem`. */
	prepare(session: Session, work: Work, key: string, io: Io): Promise<Prepared>;
	/** One step of bringing the files there; the same object when nothing is left to do. Throws `NetworkProblem`. */
	upload(
		session: Session,
		prepared: Prepared,
		bytes: (file: string) => Promise<Blob>,
		io: Io,
	): Promise<Prepared>;
	/** One attempt. Never throws a NetworkProblem. */
	mutate(session: Session, prepared: Prepared, io: Io): Promise<Outcome>;
	/** Reads back what an attempt did; `claimed` are posts that other deliveries made. Throws `NetworkProblem`. */
	find(session: Session, prepared: Prepared, claimed: ReadonlySet<PostUri>, io: Io): Promise<Found>;
};
