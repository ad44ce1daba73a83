import { beforeEach } from 'vitest';
import type { Content, Session } from '../../lib/model';
import { type Prepared, type Sender, senderOf, type Work } from '../../lib/networks/send';
import type { Square } from '../servers/atproto';
import { sessionOf, start } from './atproto-visit';
import { type Changes, recordingIo } from './io';
import { needed, stored } from './sign-in';

const POST = 'app.bsky.feed.post';
export const sender: Sender = needed(senderOf('atproto'));
export const HELLO: Content = { text: 'Hello, town!', visibility: 'public' };
export const FILE = { file: 'a'.repeat(64), type: 'image/jpeg', alt: 'Three bytes' };
export const OTHER = { file: 'b'.repeat(64), type: 'image/jpeg', width: 400, height: 300 };

const NOBODY: ReadonlySet<string> = new Set();
const BYTES: Readonly<Record<string, number[]>> = { [FILE.file]: [1, 2, 3], [OTHER.file]: [4, 5] };

export const bytes = async (file: string) => new Blob([new Uint8Array(needed(BYTES[file]))]);

type Create = Extract<Work, { kind: 'create' }>;
export const create = (content: Partial<Content> = {}, more: Partial<Create> = {}): Work => ({
	kind: 'create',
	content: { ...HELLO, ...content },
	...more,
});

/** Alice, who has written nothing yet, sends from a square: another one for each test. */
export function sending() {
	const at: { square: Square; session: Session } = {} as never;
	let turn = 0;
	beforeEach(async () => {
		at.square = await start();
		at.session = sessionOf(at.square);
		for (const { uri } of at.square.recordsOf('alice', POST)) at.square.delete(uri);
	});
	const io = (changes: Changes = {}) =>
		Object.assign(recordingIo(changes), { secret: at.session.secret }).io;
	const prepare = async (work: Work) => {
		turn += 1;
		return stored(await sender.prepare(at.session, work, `delivery-${turn}`, io()));
	};
	/** Everything but the bytes is written down between the steps. */
	const ready = async (work: Work): Promise<Prepared> => {
		for (let prepared = await prepare(work); ; ) {
			const next = await sender.upload(at.session, prepared, bytes, io());
			if (next === prepared) return JSON.parse(JSON.stringify(prepared)) as Prepared;
			prepared = stored(next);
		}
	};
	const mutate = (prepared: Prepared) => sender.mutate(at.session, prepared, io());
	const records = (collection = POST) => at.square.recordsOf('alice', collection);
	return {
		at,
		io,
		prepare,
		ready,
		mutate,
		find: (prepared: Prepared) => sender.find(at.session, prepared, NOBODY, io()),
		async sent(work: Work): Promise<string> {
			const outcome = await mutate(await ready(work));
			if (outcome.state !== 'sent') throw outcome.problem;
			return outcome.post;
		},
		records,
		newest: () => needed(records().at(-1)),
		/** What clients did, as the server tells it. */
		done: () => at.square.accepted.map(({ action }) => action),
	};
}
