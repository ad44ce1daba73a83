import type { Content, Instant, Session } from '../../../model';
import { path } from '../../address';
import { type Answer, ask, type Question } from '../../http';
import type { Io } from '../../io';
import { record } from '../../json';
import { stateAfter } from '../../outcome';
import { NetworkProblem } from '../../problem';
import type { Outcome, Prepared } from '../../sender';
import { Gathering } from '../decode/gathering';
import { readEntry } from '../decode/status';
import { borderOf, secretOf } from '../secret';
import { traitsOf } from '../traits';
import { type Stays, stayingBody } from './stays';

const VISIBILITIES = {
	public: 'public',
	unlisted: 'unlisted',
	followers: 'private',
	direct: 'direct',
} as const;

/** One attempt. https://docs.joinmastodon.org/methods/statuses/ */
export async function mutate(session: Session, prepared: Prepared, io: Io): Promise<Outcome> {
	try {
		const answer = await ask(io, { session, ...questionOf(session, prepared, io.now()) });
		return await done(session, prepared, answer, io);
	} catch (problem) {
		if (!(problem instanceof NetworkProblem)) throw problem;
		return failed(session, prepared, problem);
	}
}

function questionOf(session: Session, prepared: Prepared, now: Instant): Question {
	const { key, work, ids, uploaded } = prepared;
	const status = path`/api/v1/statuses/${ids.post ?? ''}`;
	switch (work.kind) {
		case 'create': {
			const { idempotency } = traitsOf(secretOf(session).software);
			return {
				path: '/api/v1/statuses',
				method: 'POST',
				body: {
					json: { ...bodyOf(work.content), ...idsOf(ids), ...filesOf(work.content, uploaded) },
				},
				headers: idempotency === 'ignored' ? {} : { 'Idempotency-Key': key },
			};
		}
		case 'edit':
			return {
				path: status,
				method: 'PUT',
				body: {
					json: { ...changesOf(work.content), ...stayingBody(prepared.frozen as Stays, now) },
				},
			};
		case 'delete':
			return { path: status, method: 'DELETE' };
		case 'repost':
			return { path: `${status}/reblog`, method: 'POST' };
		case 'unrepost':
			return { path: `${status}/unreblog`, method: 'POST' };
	}
}

function bodyOf(content: Content) {
	const { text, warning, sensitive, language, visibility, poll, quoting } = content;
	return {
		status: text,
		visibility: VISIBILITIES[visibility],
		...(warning ? { spoiler_text: warning } : {}),
		...(sensitive || warning ? { sensitive: true } : {}),
		...(language ? { language } : {}),
		...(poll ? { poll: pollOf(poll) } : {}),
		...(quoting ? { quote_approval_policy: quoting } : {}),
	};
}

function pollOf({ options, seconds, multiple }: NonNullable<Content['poll']>) {
	return { options, expires_in: seconds, multiple: multiple === true };
}

/** Who may see a post cannot be changed; a warning that is gone is named. */
function changesOf({ text, warning = '', sensitive, language }: Content) {
	return {
		status: text,
		spoiler_text: warning,
		sensitive: sensitive === true || warning !== '',
		...(language ? { language } : {}),
	};
}

function idsOf({ replyTo, quote }: Prepared['ids']) {
	return {
		...(replyTo === undefined ? {} : { in_reply_to_id: replyTo }),
		...(quote === undefined ? {} : { quoted_status_id: quote }),
	};
}

/** In the order of the content, whatever order they were sent in. */
function filesOf({ media = [] }: Content, uploaded: Prepared['uploaded']) {
	if (media.length === 0) return {};
	return {
		media_ids: media.map(({ file }) => {
			const there = uploaded.find((one) => one.file === file && one.state === 'ready');
			if (!there) throw new Error('a file was not uploaded before its post');
			return there.id;
		}),
	};
}

async function done(
	session: Session,
	{ work }: Prepared,
	{ json, status }: Answer,
	io: Io,
): Promise<Outcome> {
	if (work.kind === 'delete' || work.kind === 'unrepost')
		return { state: 'sent', post: work.post.post };
	const into = new Gathering(borderOf(session, io));
	const entry = readEntry(json, into);
	if (!entry) {
		// A success that cannot be read is done all the same; reading back says where.
		return { state: 'unknown', problem: new NetworkProblem('broken', session.host, { status }) };
	}
	const seen = into.all().posts.find(({ post }) => post.key === entry.post);
	const id = record(json)?.['id'];
	if (work.kind === 'create' && typeof id === 'string' && (await dropped(session, id, io))) {
		return { state: 'refused', problem: new NetworkProblem('missing', session.host, { status }) };
	}
	return { state: 'sent', post: entry.activity, ...(seen ? { seen } : {}) };
}

/** Mastodon answers some posts that it takes for spam as if it had stored them (Antispam::SilentlyDrop). */
async function dropped(session: Session, id: string, io: Io): Promise<boolean> {
	try {
		const { status } = await ask(io, { session, path: path`/api/v1/statuses/${id}`, pass: [404] });
		return status === 404;
	} catch (problem) {
		// It was said to be there, and nothing says otherwise.
		if (problem instanceof NetworkProblem) return false;
		throw problem;
	}
}

function failed(session: Session, { work }: Prepared, problem: NetworkProblem): Outcome {
	const { status } = problem;
	const state = stateAfter(problem);
	if (state !== 'refused') return { state, problem };
	// What was to go is gone.
	if (status === 404 && work.kind === 'delete') return { state: 'sent', post: work.post.post };
	const { idempotency } = traitsOf(secretOf(session).software);
	const burnt = idempotency === 'burnt' && status === 400 && work.kind === 'create';
	return { state: burnt ? 'unknown' : 'refused', problem };
}
