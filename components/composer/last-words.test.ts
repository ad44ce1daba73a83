import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { newDraft, readDraft, saveDraft } from '../../lib/outbox';
import { storeNoted } from './last-words';
import { noteWords } from './noting';
import { Writer } from './writer';

afterEach(() => vi.unstubAllGlobals());

function shelf() {
	const items = new Map<string, string>();
	return {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value),
		removeItem: (key: string) => void items.delete(key),
		items,
	};
}

async function saved(text: string) {
	const result = await saveDraft(newDraft({ text }));
	if (!('saved' in result)) throw new Error('it was there already');
	return result.saved;
}

it('what never reached the database is stored, as a new draft too', async () => {
	const here = shelf();
	const first = newDraft({ text: 'Hello' });
	noteWords(first, 'Hello', here);
	await storeNoted(here);
	expect(await readDraft(first.id)).toMatchObject({ text: 'Hello', rev: 1 });
	expect(here.items.size).toBe(0);

	const draft = await saved('Hello');
	noteWords({ ...draft, text: 'Hello there' }, 'Hello there', here);
	await storeNoted(here);
	expect((await readDraft(draft.id))?.text).toBe('Hello there');
});

it('stands over what was on its way, when that arrived', async () => {
	const here = shelf();
	const draft = await saved('H');
	await saveDraft({ ...draft, text: 'He' });
	noteWords({ ...draft, text: 'Hello' }, 'He', here);
	await storeNoted(here);
	expect((await readDraft(draft.id))?.text).toBe('Hello');
	await storeNoted(here);
	expect((await readDraft(draft.id))?.rev).toBe(3);
});

it('goes over nothing that another page wrote, sent or deleted', async () => {
	const here = shelf();
	const draft = await saved('H');
	await saveDraft({ ...draft, text: 'Of another page' });
	noteWords({ ...draft, text: 'Hello' }, 'He', here);
	await storeNoted(here);
	expect((await readDraft(draft.id))?.text).toBe('Of another page');
	expect(here.items.size).toBe(0);

	noteWords({ ...newDraft({ text: 'Deleted since' }), rev: 4 }, undefined, here);
	await storeNoted(here);
	const sent = await saved('Sent');
	const again = await saveDraft({ ...sent, enqueuedAt: 5 });
	if (!('saved' in again)) throw new Error('it was not stored');
	noteWords({ ...again.saved, text: 'Sent, and more' }, 'Sent', here);
	await storeNoted(here);
	expect((await readDraft(sent.id))?.text).toBe('Sent');
});

it('with nothing noted nothing is done; what is stored is no longer noted', async () => {
	const here = shelf();
	await storeNoted(here);
	noteWords(newDraft({ text: 'a' }), 'a', here);
	noteWords(undefined, undefined, here);
	expect(here.items.size).toBe(0);
});

it('where there is no room for a note what is typed is stored all the same, and it is said once', async () => {
	const report = vi.fn();
	vi.stubGlobal('reportError', report);
	const full = new DOMException('full', 'QuotaExceededError');
	const here = {
		...shelf(),
		setItem: () => {
			throw full;
		},
	};
	const writer = new Writer(
		newDraft(),
		saveDraft,
		() => undefined,
		(draft, flying) => noteWords(draft, flying, here),
	);
	writer.change({ text: 'H' });
	writer.change({ text: 'He' });
	expect((await writer.settled())?.text).toBe('He');
	expect((await readDraft(writer.draft.id))?.text).toBe('He');
	expect(report.mock.calls).toEqual([[full]]);
});
