import { describe, expect, it } from 'vitest';
import { desk, saved, texts } from '../../tests/outbox/desk';
import type { Draft } from '../model';
import { updateSession } from '../store';
import { deliveries, draftToEdit, enqueue, putFile, readDraft, saveDraft } from '.';

const { clock, both, mastodon, square, sendNow, sent } = desk();

describe('places that differ', () => {
	it('keep their own warning and language when the post is changed everywhere', async () => {
		const there = square().me.account;
		const own = { [there]: { warning: 'Ending', language: 'de' } };
		const language = { tag: 'en', by: 'person' } as const;
		const [first] = await sent({ text: 'It was he', targets: both(), own, language });
		const edit = await draftToEdit(first?.draft ?? '');
		expect(edit).not.toHaveProperty('warning');
		const saving = edit && (await saveDraft({ ...edit, text: 'It was she', undoSeconds: 0 }));
		if (!saving || !('saved' in saving)) throw new Error('it was not saved');
		await enqueue(saving.saved);
		await sendNow();
		const rows = await deliveries(saving.saved.id);
		expect(rows.map(({ content }) => [content?.warning, content?.language])).toEqual([
			[undefined, 'en'],
			['Ending', 'de'],
		]);
		expect(texts(square()).at(-1)).toContain('Ending');
		expect(texts(mastodon()).at(-1)).toBe('It was she');
	});

	it('none is left out because its account has to sign in again', async () => {
		const draft = await saved({ text: 'For both of them', targets: both() });
		await updateSession(mastodon().me.account, (one) => ({ ...one, state: 'ended' }));
		expect(await enqueue(draft)).toEqual({ done: true });
		await sendNow();
		expect(await deliveries(draft.id)).toMatchObject([
			{ target: mastodon().me.account, state: 'needs-you', needs: 'sign-in' },
			{ target: square().me.account, state: 'sent' },
		]);
	});
});

it('what is typed into a draft that was sent meanwhile is not taken for stored', async () => {
	const draft = await saved({ text: 'As it went', targets: both(), undoSeconds: 5 });
	await enqueue(draft);
	const heard = await readDraft(draft.id);
	if (!heard) throw new Error('it is not there');
	expect(await saveDraft({ ...heard, text: 'As it went, and more' })).toMatchObject({
		conflict: { text: 'As it went' },
	});
	await clock.pass(6000);
	await sendNow();
	expect(texts(mastodon()).at(-1)).toBe('As it went');
});

describe('a change', () => {
	const texted = async (first: string, draft: string, own: Draft['own']) => {
		const edit = await draftToEdit(draft);
		return edit && (await enqueue(await saved({ ...edit, text: first, own, undoSeconds: 0 })));
	};

	it('makes neither fewer nor more posts of what is there', async () => {
		const there = mastodon().me.account;
		const own = { [there]: { borders: [5] } };
		const rows = await sent({ text: 'One\n\ntwo', targets: [there], own });
		const [{ draft = '', name = '' } = {}] = rows;
		const refused = (count: number) => ({
			refused: { key: 'outboxOtherThread', parameters: { name, count } },
		});
		expect(rows).toHaveLength(2);
		expect(await texted('all in one', draft, {})).toEqual(refused(2));
		const [single] = await sent({ text: 'Single', targets: [there] });
		expect(await texted('uno\n\ndue', single?.draft ?? '', own)).toEqual(refused(1));
		await sendNow();
		expect(texts(mastodon()).slice(-3)).toEqual(['One', 'two', 'Single']);
	});

	it('can put a warning before a post that is a picture alone', async () => {
		const file = await putFile(new Blob(['picture']));
		const media = [{ file, type: 'image/jpeg', alt: 'A spider', name: 'a.jpg', size: 7 }];
		const [row] = await sent({ text: '', media, targets: [mastodon().me.account] });
		const edit = await draftToEdit(row?.draft ?? '');
		const draft = await saved({ ...edit, warning: 'Spiders', undoSeconds: 0 });
		expect(await enqueue(draft)).toEqual({ done: true });
		await sendNow();
		expect(await deliveries(draft.id)).toMatchObject([{ state: 'sent' }]);
		const bare = await saved({ text: ' ', targets: [mastodon().me.account] });
		expect(await enqueue(bare)).toEqual({ refused: { key: 'outboxEmpty' } });
	});
});
