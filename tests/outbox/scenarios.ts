import type { Draft, PostUri } from '../../lib/model';
import { newDraft, putFile, saveDraft } from '../../lib/outbox';
import { receive } from '../../lib/outbox/worker';
import { surroundings } from '../../lib/sessions';
import { claimedBy, deliveriesOf, putPosts, readDraft } from '../../lib/store';
import { DIRECT, type Place } from './place';

/** What a person wants done, and what must be there once when it is. */
export type Scenario = {
	name: string;
	suits(place: Place): boolean;
	/** Before the worker that is tried: what is there already. */
	begin(place: Place, tag: string, settle: () => Promise<unknown>): Promise<Wish>;
};

type Counted = { doubled: number; lost: number };

export type Wish = {
	/** The press of the button; may be pressed again until `isTaken`. */
	press(): Promise<unknown>;
	isTaken(): Promise<boolean>;
	/** What is wrong with what the server has, once all has come to an end. */
	judge(): Counted | Promise<Counted>;
};

const THREAD: Scenario = {
	name: 'thread',
	suits: () => true,
	async begin(place, tag) {
		const draft = await written(place, tag, 2);
		return {
			...sending(draft),
			judge: () =>
				counted(
					[`${tag} 1`, `${tag} 2`].map((text) => ofText(place, text)),
					1,
				),
		};
	},
};

const REMOVAL: Scenario = {
	name: 'removal',
	suits: ({ server }) => server.software.name !== 'snac',
	async begin(place, tag, settle) {
		const draft = await written(place, tag, 1);
		await sending(draft).press();
		await settle();
		return {
			press: () => receive({ type: 'removeDraft', draft: draft.id }),
			isTaken: async () => (await deliveriesOf(draft.id)).some(({ kind }) => kind === 'delete'),
			judge: () => counted([ofText(place, `${tag} 1`)], 0),
		};
	},
};

const EDIT: Scenario = {
	name: 'edit',
	suits: ({ server }) => server.features.includes('edits') && server.software.name !== 'snac',
	async begin(place, tag, settle) {
		const draft = await written(place, tag, 1);
		await sending(draft).press();
		await settle();
		const [made] = await deliveriesOf(draft.id);
		const edited = await written(place, `${tag} edited`, 1, {
			edits: { [place.me.account]: [made?.uri ?? ''] },
		});
		return {
			...sending(edited),
			judge: () => {
				const old = counted([ofText(place, `${tag} 1`)], 0);
				const now = counted([ofText(place, `${tag} edited 1`)], 1);
				return { doubled: old.doubled + now.doubled, lost: now.lost };
			},
		};
	},
};

const REPOST: Scenario = {
	name: 'repost',
	suits: () => true,
	async begin(place) {
		const { key } = place.other();
		const press = { type: 'repost', by: place.me.account, post: key, on: true } as const;
		return {
			press: () => receive(press),
			isTaken: async () => (await reposts(place, key)).length > 0,
			judge: () => counted([place.mine().filter(({ repostOf }) => repostOf === key).length], 1),
		};
	},
};

const UNREPOST: Scenario = {
	name: 'repost taken back',
	suits: () => true,
	async begin(place, tag, settle) {
		const { press } = await REPOST.begin(place, tag, settle);
		await press();
		await settle();
		const [made] = await claimedBy(place.me.account);
		const post = made?.post ?? '';
		const undo = { type: 'repost', by: place.me.account, post, on: false } as const;
		return {
			press: () => receive(undo),
			isTaken: async () => (await reposts(place, post)).some(({ kind }) => kind === 'unrepost'),
			judge: () => counted([place.mine().filter(({ repostOf }) => repostOf === post).length], 0),
		};
	},
};

const LATER_MS = 2 * 60 * 60_000;

/** What goes by one press, once: an answer at a time of its own, a quote, a poll, a post for one person alone. */
const SINGLES: readonly Scenario[] = [
	{
		name: 'answer, scheduled',
		suits: () => true,
		begin: (place, tag) =>
			single(place, tag, async () => ({
				replyTo: await known(place),
				scheduledAt: surroundings().now() + LATER_MS,
			})),
	},
	{
		name: 'quote',
		suits: ({ server }) => server.features.includes('quotes'),
		begin: (place, tag) => single(place, tag, async () => ({ quote: await known(place) })),
	},
	{
		name: 'poll',
		suits: ({ server }) => server.features.includes('polls'),
		begin: (place, tag) =>
			single(place, tag, async () => ({
				poll: { options: ['Tea', 'Coffee'], seconds: 86_400 },
			})),
	},
	{
		name: DIRECT,
		suits: ({ server }) => !server.limits.publicOnly,
		begin: (place, tag) => single(place, tag, async () => ({ visibility: 'direct' })),
	},
];

async function single(
	place: Place,
	tag: string,
	parts: () => Promise<Partial<Draft>>,
): Promise<Wish> {
	const draft = await written(place, tag, 1, await parts());
	return { ...sending(draft), judge: () => counted([ofText(place, `${tag} 1`)], 1) };
}

/** A post of somebody else there that this browser has seen. */
async function known(place: Place): Promise<PostUri> {
	const { key, localId } = place.other();
	const author = { key: `${key} author`, handle: 'ann.example', name: 'Ann' };
	const post = {
		...{ key, network: place.me.network, author: author.key, content: { text: 'Pass me on' } },
		visibility: 'public' as const,
	};
	const view = { by: place.me.account, localId };
	await putPosts({ posts: [{ post, view }], accounts: [author] }, surroundings().now());
	return key;
}

/** No server is asked: the person's own clicks must outlive every death. */
const HAND_OVER: Scenario = {
	name: 'hand-over',
	suits: () => true,
	async begin(place, tag, settle) {
		const target = 'window:x';
		const draft = await written(place, tag, 1, { targets: [target], own: {} });
		const rows = () => deliveriesOf(draft.id);
		return {
			async press() {
				if (!(await sending(draft).isTaken())) await sending(draft).press();
				// The window is offered once the background has been there.
				await settle();
				const [one] = await rows();
				if (one?.state !== 'sent') await receive({ type: 'posted', delivery: one?.id ?? '' });
			},
			isTaken: async () => (await rows()).some(({ state }) => state === 'sent'),
			judge: async () => counted([(await rows()).length], 1),
		};
	},
};

export const SCENARIOS: readonly Scenario[] = [
	...[THREAD, REMOVAL, EDIT, REPOST, UNREPOST, HAND_OVER],
	...SINGLES,
];

async function reposts(place: Place, post: PostUri) {
	return (await claimedBy(place.me.account)).filter((one) => one.post === post);
}

const PICTURE = new Blob([new Uint8Array([1, 2, 3])], { type: 'image/jpeg' });

/** One kind of server takes no post without. */
const NEEDS_PICTURES = ['pixelfed'];

/** A draft of so many posts, the first with a picture: files that were used once tell a server of second attempts. */
async function written(
	place: Place,
	tag: string,
	posts: number,
	more: Partial<Draft> = {},
): Promise<Draft> {
	const target = place.me.account;
	const texts = Array.from({ length: posts }, (_, i) => `${tag} ${i + 1}`);
	const files = more.edits
		? []
		: await Promise.all(
				pictured(place, texts).map(async (text) => ({
					file: await putFile(new Blob([PICTURE, text], { type: 'image/jpeg' })),
					type: 'image/jpeg',
					alt: `What ${text} shows`,
					name: 'three.jpg',
					size: 3,
				})),
			);
	const borders = texts.slice(0, -1).map((_, i) => texts.slice(0, i + 1).join('\n').length + 1);
	const places = Object.fromEntries(files.map(({ file }, i) => [file, i]));
	const draft = newDraft({
		text: texts.join('\n'),
		media: files,
		targets: [target],
		own: { [target]: { borders, places } },
		undoSeconds: 0,
		...more,
	});
	const saved = await saveDraft(draft);
	if (!('saved' in saved)) throw new Error('the draft was not saved');
	return saved.saved;
}

function pictured({ server }: Place, texts: readonly string[]): readonly string[] {
	if (NEEDS_PICTURES.includes(server.software.name)) return texts;
	return texts.length > 1 ? texts.slice(0, 1) : [];
}

function sending(draft: Draft): Pick<Wish, 'press' | 'isTaken'> {
	return {
		press: () => receive({ type: 'enqueue', draft: draft.id, rev: draft.rev }),
		// All that was made of it is gone from the drafts, or still on its way.
		isTaken: async () => {
			const stored = await readDraft(draft.id);
			return stored === undefined || stored.enqueuedAt !== undefined;
		},
	};
}

function ofText(place: Place, text: string): number {
	return place.mine().filter((one) => one.text === text).length;
}

function counted(found: readonly number[], wanted: number): Counted {
	let [doubled, lost] = [0, 0];
	for (const times of found) {
		doubled += Math.max(0, times - wanted);
		lost += Math.max(0, wanted - times);
	}
	return { doubled, lost };
}
