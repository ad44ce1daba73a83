import { describe, expect, it } from 'vitest';
import { desk, only, saved } from '../../tests/outbox/desk';
import type { Draft, Venue } from '../model';
import { judge } from '../norms';
import { readRules } from '../norms/rules';
import { putAccounts, putRelationships, putServer, readCorrections, readServer } from '../store';
import {
	deliveries,
	enqueue,
	putFile,
	readDraft,
	reopen,
	saveDraft,
	takeBack,
	undo,
	venueOf,
} from '.';

const { clock, mastodon, sent, sendNow } = desk();

/** From now on the server has these rules. */
async function rule(...texts: string[]): Promise<void> {
	const row = await readServer(mastodon().me.host);
	if (!row) throw new Error('the server is not known');
	const rules = texts.map((text, at) => ({ id: `${at}`, text }));
	await putServer({ ...row, rules, readings: readRules(rules) });
}

describe('what was said to a verdict', () => {
	const DESCRIBE = 'Please add alt text to your images.';
	const REQUIRE = 'All images must have alt text.';
	const scheduled = async (sentence: string, how: 'goOn' | 'notSaid'): Promise<Draft> => {
		const file = await putFile(new Blob(['picture']));
		const target = mastodon().me.account;
		await rule(sentence);
		return saved({
			text: 'Later',
			media: [{ file, type: 'image/jpeg', name: 'IMG_1.jpg', size: 7 }],
			targets: [target],
			scheduledAt: clock.now + 60 * 60_000,
			answers: [{ norm: 'alt-text', target, how, sentence, at: clock.now }],
		});
	};

	it('is kept with what was sent, and can be taken back before', async () => {
		expect(await enqueue(await scheduled(DESCRIBE, 'goOn'))).toEqual({ done: true });
		const row = await only(deliveries());
		expect(row).toMatchObject({ state: 'queued', verdicts: [{ answered: true }] });
		const about = { norm: 'alt-text', source: { sentence: DESCRIBE } };
		expect(await takeBack(row.id, { norm: 'alt-text' })).toMatchObject({ refused: {} });
		expect(await takeBack(row.id, about)).toEqual({ done: true });
		const after = await only(deliveries());
		expect(after).toMatchObject({ state: 'needs-you', needs: 'answer', answers: [] });
		expect(after.verdicts[0]?.answered).toBeUndefined();
		expect(await takeBack(row.id, about)).toMatchObject({ refused: {} });
	});

	it('stops again what it let through', async () => {
		expect(await enqueue(await scheduled(REQUIRE, 'notSaid'))).toEqual({ done: true });
		const row = await only(deliveries());
		await takeBack(row.id, { norm: 'alt-text', source: { sentence: REQUIRE } });
		expect(await only(deliveries())).toMatchObject({
			state: 'failed',
			problem: { key: 'normAltRequired' },
		});
	});

	it.each(['taken back', 'undone', 'opened again'] as const)(
		'and is asked again of the draft where it was %s',
		async (how) => {
			const target = mastodon().me.account;
			const { id } = await scheduled(REQUIRE, 'notSaid').then(async (draft) => {
				expect(await enqueue(draft)).toEqual({ done: true });
				return draft;
			});
			const row = await only(deliveries());
			const seen = async () => {
				const draft = (await readDraft(id)) as Draft;
				const [content] = [{ text: draft.text, visibility: draft.visibility, media: draft.media }];
				return judge(content, (await venueOf(draft, target)) as Venue);
			};
			expect(await seen()).not.toContainEqual(expect.objectContaining({ override: 'notSaid' }));
			if (how === 'undone') await undo(id);
			else await takeBack(row.id, { norm: 'alt-text', source: { sentence: REQUIRE } });
			if (how === 'opened again') await reopen(id);
			const [first] = await seen();
			expect(first).toMatchObject({ norm: 'alt-text', verdict: 'block' });
			// Undone is the sending alone: what was said stands in the draft, and can be taken back there.
			expect(first?.answered).toBe(how === 'undone' ? true : undefined);
		},
	);

	it('is of what was denied alone: what else the sentence asks for it goes on asking for', async () => {
		const both = 'English only, and all images must have alt text.';
		await enqueue(await scheduled(both, 'notSaid'));
		const { host } = mastodon().me;
		expect(await readCorrections(host)).toMatchObject([
			{ sentence: both, class: 'language', readings: [{ class: 'language', by: 'person' }] },
		]);
		const row = await only(deliveries());
		await takeBack(row.id, { norm: 'alt-text', source: { sentence: both } });
		expect(await readCorrections(host)).toEqual([]);
	});

	it('need not be said: what is asked about is a draft again, with all its words', async () => {
		const draft = await scheduled(DESCRIBE, 'goOn');
		const asked = await saveDraft({ ...draft, answers: [] });
		if (!('saved' in asked)) throw new Error('it was not saved');
		await enqueue(asked.saved);
		expect(await only(deliveries())).toMatchObject({ needs: 'answer' });
		expect(await reopen(draft.id)).toEqual({ done: true });
		expect(await only(deliveries())).toMatchObject({ state: 'cancelled' });
		const again = await readDraft(draft.id);
		expect(again).toMatchObject({ text: 'Later', targets: draft.targets });
		expect(again?.enqueuedAt).toBeUndefined();
	});

	it('is too late to be taken back when it has gone', async () => {
		await enqueue(await scheduled(DESCRIBE, 'goOn'));
		await clock.pass(61 * 60_000);
		await sendNow();
		const row = await only(deliveries());
		expect(row).toMatchObject({ state: 'sent', answers: [{ how: 'goOn' }] });
		const about = { norm: 'alt-text', source: { sentence: DESCRIBE } };
		expect(await takeBack(row.id, about)).toMatchObject({ refused: {} });
	});
});

describe('a topic that wants a warning', () => {
	const WARN = 'Put posts about politics behind a content warning.';
	const about = (text: string, more: Partial<Draft> = {}) =>
		saved({ text, targets: [mastodon().me.account], ...more });

	it('is found in what is sent, each post of a thread by itself', async () => {
		await rule(WARN);
		const text = 'Hello there.\n\nThe minister resigned before the election.';
		const { account } = mastodon().me;
		const draft = await about(text, { own: { [account]: { borders: [14] } } });
		await enqueue(draft);
		const rows = await deliveries(draft.id);
		expect(rows.map(({ content }) => content?.topics?.map(({ topic }) => topic))).toEqual([
			[],
			['politics'],
		]);
		expect(rows[0]).toMatchObject({ state: 'needs-you', needs: 'answer' });
	});

	it('is judged by a rule that came after it was queued', async () => {
		const scheduledAt = clock.now + 60 * 60_000;
		await enqueue(await about('The minister resigned before the election.', { scheduledAt }));
		await enqueue(await about('Good morning', { scheduledAt: scheduledAt + 20 * 60_000 }));
		expect((await deliveries()).map(({ state }) => state)).toEqual(['queued', 'queued']);
		await rule(WARN);
		await clock.pass(61 * 60_000);
		await sendNow();
		await clock.pass(20 * 60_000);
		await sendNow();
		const rows = (await deliveries()).map(({ state, content }) => [content?.text, state]);
		expect(rows).toContainEqual(['The minister resigned before the election.', 'needs-you']);
		expect(rows).toContainEqual(['Good morning', 'sent']);
	});

	it('belongs to the words that were sent, not to earlier ones', async () => {
		await rule(WARN);
		const draft = await about('The minister resigned before the election.');
		await enqueue(draft);
		expect(await undo(draft.id)).toEqual({ done: true });
		const before = await readDraft(draft.id);
		if (!before) throw new Error('the draft is gone');
		const changed = await saveDraft({ ...before, text: 'Good morning' });
		if (!('saved' in changed)) throw new Error('the draft was written elsewhere');
		await enqueue(changed.saved);
		const again = (await deliveries()).find(({ content }) => content?.text === 'Good morning');
		expect(again).toMatchObject({ state: 'queued', content: { topics: [] } });
	});
});

describe('a letter', () => {
	const STRANGER = 'https://far.example/users/eve';
	const letter = (text = '@eve@far.example Hello') => ({
		text,
		visibility: 'direct' as const,
		targets: [mastodon().me.account],
	});
	const meet = async (more: { followedBy?: true } = {}) => {
		await putAccounts([
			{ key: STRANGER, handle: 'eve@far.example', name: 'Eve', network: 'mastodon' },
		]);
		const by = mastodon().me.account;
		await putRelationships([{ by, account: STRANGER, localId: '7', ...more }]);
	};
	const strangers = async () => {
		const target = mastodon().me.account;
		return (await venueOf(await saved(letter()), target))?.strangers;
	};

	it('to somebody of whom nothing is known is not called a letter to a stranger', async () => {
		expect(await strangers()).toEqual([{ handle: 'eve@far.example', unsure: true }]);
	});

	it('to a stranger waits for an answer', async () => {
		await meet();
		expect(await strangers()).toEqual([{ handle: 'eve@far.example' }]);
		const row = await only(sent(letter()));
		expect(row).toMatchObject({ state: 'needs-you', needs: 'answer' });
		expect(row.verdicts.map(({ norm, verdict }) => `${norm} ${verdict}`)).toEqual([
			'messages ask',
			'messages advise',
		]);
	});

	it('to a follower goes', async () => {
		await meet({ followedBy: true });
		expect(await strangers()).toBeUndefined();
		expect(await only(sent(letter()))).toMatchObject({ state: 'sent' });
	});

	it('to myself goes', async () => {
		const { handle } = mastodon().me;
		expect(await only(sent(letter(`@${handle} Note`)))).toMatchObject({ state: 'sent' });
	});
});

it('what a text reads like is frozen with it', async () => {
	const guess = { language: 'de', reliable: true };
	const own = { [mastodon().me.account]: { text: 'Anders', guess } };
	const english = { language: 'en', reliable: true };
	const row = await only(
		sent({
			text: 'Other words',
			guess: english,
			language: { tag: 'en', by: 'guess' },
			own,
			targets: [mastodon().me.account],
		}),
	);
	expect(row.content).toMatchObject({ text: 'Anders', language: 'de', guess });
});
