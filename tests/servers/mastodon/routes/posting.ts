import { iso } from '../entities/account';
import { status } from '../entities/status';
import { flag, id, integer, list, object, oneOf, text } from '../http/fields';
import { type Answer, type Call, invalid, ok, Refusal } from '../http/route';
import { makeSerial } from '../ids';
import type { Media, Person, Post, World } from '../model';
import { mayQuote } from '../notices';
import { type Draft, type Edit, publish, renderHere } from '../publish';
import { apart, maySee, personOf } from '../world';
import { onceByKey } from './idempotency';

const POLL = object({
	options: list(text),
	expires_in: integer,
	multiple: flag,
	hide_totals: flag,
});
const VISIBILITIES = ['public', 'unlisted', 'private', 'direct'] as const;
const POLICY = oneOf('public', 'followers', 'nobody');

export const STATUS = {
	status: text,
	media_ids: list(id),
	poll: POLL,
	in_reply_to_id: id,
	quoted_status_id: id,
	quote_approval_policy: POLICY,
	sensitive: flag,
	spoiler_text: text,
	visibility: oneOf(...VISIBILITIES),
	language: text,
	scheduled_at: text,
	allowed_mentions: list(id),
} as const;

export const STATUS_EDIT = {
	status: text,
	media_ids: list(id),
	media_attributes: list(object({ id, description: text, focus: text })),
	poll: POLL,
	sensitive: flag,
	spoiler_text: text,
	language: text,
	quote_approval_policy: POLICY,
} as const;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (value: string): number => [...segmenter.segment(value)].length;
const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;
const ADDRESS = /(?<![\w/])@([A-Za-z0-9_.-]+)@[A-Za-z0-9.:-]+[A-Za-z0-9]/g;

/** How long a program finds a post, with its warning. */
function lengthOf(world: World, body: string, spoiler: string): number {
	const { counting, reservedPerUrl } = world.traits.limits;
	switch (counting) {
		case 'mastodon': {
			const counted = body.replaceAll(LINK, 'x'.repeat(reservedPerUrl)).replaceAll(ADDRESS, '@$1');
			return graphemes(spoiler + counted);
		}
		case 'code points':
			return [...body].length + [...spoiler].length;
		case 'graphemes':
			return graphemes(spoiler + body);
		case 'none':
			return 0;
	}
}

function checkLength(world: World, body: string, spoiler: string): void {
	const { characters } = world.traits.limits;
	const length = lengthOf(world, body, spoiler);
	if (length <= characters) return;
	if (world.traits.instanceStyle === 'gotosocial') {
		throw new Refusal(400, `Bad Request: text with spoiler exceed max chars (${characters})`);
	}
	if (world.traits.instanceStyle === 'pleroma') {
		throw new Refusal(422, 'The status is over the character limit');
	}
	throw invalid(`Text character limit of ${characters} exceeded`);
}

function mediaFor(world: World, me: Person, ids: readonly string[], editing?: Post): Media[] {
	const { limits } = world.traits;
	if (ids.length > limits.media) throw invalid(`Cannot attach more than ${limits.media} files`);
	const files = ids.map((wanted) => {
		const file = world.media.get(wanted);
		if (
			file?.owner !== me.id ||
			(file.attachedTo !== undefined && file.attachedTo !== editing?.id)
		) {
			throw invalid(`Media with ids ${wanted} not found`);
		}
		if (file.failed || file.readyAt > world.now()) {
			throw invalid(
				'Cannot attach files that have not finished processing. Try again in a moment!',
			);
		}
		return file;
	});
	const alone = files.some(({ kind }) => kind === 'video' || kind === 'audio');
	if (alone && files.length > 1)
		throw invalid('Cannot attach a video to a post that already contains images');
	return files;
}

type Poll = Call<typeof STATUS>['input']['poll'];

function pollFor(world: World, asked: Poll): Draft['poll'] {
	if (!asked) return undefined;
	const { limits } = world.traits;
	const options = asked.options ?? [];
	const seconds = asked.expires_in ?? 0;
	if (options.length < 2) throw invalid('Choices must be more than one item');
	if (options.length > limits.pollOptions)
		throw invalid(`Choices cannot contain more than ${limits.pollOptions} items`);
	if (options.some((one) => graphemes(one) > limits.pollOption)) throw invalid('Choices: too long');
	if (new Set(options).size < options.length) throw invalid('Choices contain duplicate items');
	if (seconds < 300 || seconds > 2_629_746) throw invalid('Duration is too short or too long');
	return { options, seconds, multiple: asked.multiple, hideTotals: asked.hide_totals };
}

const missing = (name: 'in_reply_not_found' | 'quoted_status_not_found'): Refusal =>
	new Refusal(404, name, {
		json: {
			error:
				name === 'in_reply_not_found'
					? 'The post you are trying to reply to does not appear to exist.'
					: 'The post you are trying to quote does not appear to exist.',
		},
	});

/** Everything a server looks at before it takes a post in. */
function checked(call: Call<typeof STATUS>): Draft {
	const { world, me, input, token } = call;
	const { traits } = world;
	const [body, spoiler] = [input.status ?? '', input.spoiler_text ?? ''];
	const media = mediaFor(world, me, input.media_ids ?? []);
	const poll = pollFor(world, input.poll);
	if (media.length > 0 && poll) throw invalid('Cannot attach media and a poll');
	checkContent(world, body, spoiler, media.length, input.in_reply_to_id !== undefined);
	checkQuote(call, media, poll !== undefined);
	checkMentions(world, me, body, input.allowed_mentions);
	return {
		text: body,
		spoiler,
		media,
		poll,
		sensitive: input.sensitive,
		visibility: input.visibility ?? (traits.instanceStyle === 'gotosocial' ? 'unlisted' : 'public'),
		language: input.language ?? me.language,
		replyTo: parentOf(world, me, input.in_reply_to_id),
		quoteOf: traits.lacks.includes('quotes') ? undefined : input.quoted_status_id,
		quotePolicy: input.quote_approval_policy,
		application: token ? { name: token.app.name, website: token.app.website } : null,
	};
}

function checkContent(
	world: World,
	body: string,
	spoiler: string,
	media: number,
	isReply: boolean,
): void {
	if (body.trim() === '' && media === 0) throw invalid("Text can't be blank");
	checkLength(world, body, spoiler);
	if (!world.traits.needsMedia) return;
	if (media === 0 && !isReply) throw new Refusal(403, 'Empty statuses are not allowed');
	if (graphemes(spoiler) > 140) throw invalid('The spoiler text may not be longer than 140');
}

function parentOf(world: World, me: Person, wanted: string | undefined): string | undefined {
	if (wanted === undefined) return undefined;
	const parent = world.posts.get(wanted);
	if (!parent || !maySee(world, me, parent)) throw missing('in_reply_not_found');
	return parent.id;
}

function checkQuote(
	{ world, me, input, note }: Call<typeof STATUS>,
	media: Media[],
	poll: boolean,
): void {
	const isNew = !world.traits.lacks.includes('quotes');
	if (!isNew && (input.quoted_status_id ?? input.quote_approval_policy) !== undefined) {
		note('a quote on a server without quotes');
	}
	if (!isNew || input.quoted_status_id === undefined) return;
	const quoted = world.posts.get(input.quoted_status_id);
	if (!quoted || !maySee(world, me, quoted)) throw missing('quoted_status_not_found');
	const closed =
		apart(world, me, personOf(world, quoted.author)) || mayQuote(world, me, quoted) === 'denied';
	if (closed) throw missing('quoted_status_not_found');
	if (media.length > 0 || poll) throw invalid('Quoted posts cannot have media or a poll');
}

function checkMentions(
	world: World,
	me: Person,
	body: string,
	allowed: readonly string[] | undefined,
): void {
	if (!allowed) return;
	const unexpected = renderHere(world, body).mentions.filter(
		(one) => one.id !== me.id && !allowed.includes(one.id),
	);
	if (unexpected.length === 0) return;
	throw new Refusal(422, 'The post would be sent to unexpected accounts', {
		json: {
			error: 'The post would be sent to unexpected accounts',
			unexpected_accounts: unexpected.map((one) => ({ id: one.id, acct: one.username })),
		},
	});
}

/** POST /api/v1/statuses. */
export const postStatus = (call: Call<typeof STATUS>): Promise<Answer> | Answer =>
	onceByKey(
		call,
		() => work(call),
		(first) => again(call, first),
	);

async function work(call: Call<typeof STATUS>): Promise<Answer> {
	const ms = call.world.workMs;
	if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms).unref());
	return store(call);
}

/** The first post as it is now; a new one if it was deleted in between. */
function again(call: Call<typeof STATUS>, first: Answer): Answer {
	const post = call.world.posts.get((first.json as { id: string }).id);
	if (post) return ok(status(call.world, post, call.me));
	const isScheduled = call.world.scheduled.some(
		(one) => one.id === (first.json as { id: string }).id,
	);
	return isScheduled ? first : store(call);
}

const FIVE_MINUTES = 300_000;

function store(call: Call<typeof STATUS>): Answer {
	const { world, me, input } = call;
	const at = input.scheduled_at === undefined ? Number.NaN : Date.parse(input.scheduled_at);
	if (input.scheduled_at !== undefined && Number.isNaN(at))
		throw invalid('Scheduled at is not a date');
	const draft = checked(call);
	if (Number.isNaN(at) || at <= world.now() || !world.traits.schedules) {
		return ok(status(world, publish(world, me, draft), me));
	}
	if (at < world.now() + FIVE_MINUTES)
		throw invalid('Scheduled at: the date must be in the future');
	const row = { id: makeSerial(world, at), owner: me.id, at, draft: { ...draft } };
	world.scheduled.push(row);
	return ok({
		id: row.id,
		scheduled_at: iso(at),
		params: {
			text: input.status ?? '',
			visibility: draft.visibility,
			media_ids: input.media_ids ?? [],
		},
		media_attachments: [],
	});
}

/**
 * The same checks for an edit. A quote can be neither added nor taken away; files and a poll that are not named are
 * taken away, and who may quote is as for a new post (api/v1/statuses_controller#update, GoToSocial's status/edit.go).
 */
export function checkedEdit({ world, me, input }: Call<typeof STATUS_EDIT>, post: Post): Edit {
	const media = mediaFor(world, me, input.media_ids ?? [], post);
	const [body, spoiler] = [input.status ?? post.text, input.spoiler_text ?? post.spoiler];
	if (body.trim() === '' && media.length === 0) throw invalid("Text can't be blank");
	checkLength(world, body, spoiler);
	for (const change of input.media_attributes ?? []) {
		const file = world.media.get(change.id ?? '');
		if (file && change.description !== undefined) file.description = change.description;
	}
	return {
		text: input.status,
		spoiler: input.spoiler_text,
		sensitive: input.sensitive,
		language: input.language,
		media,
		poll: pollFor(world, input.poll) ?? null,
		quotePolicy: input.quote_approval_policy ?? 'public',
	};
}
