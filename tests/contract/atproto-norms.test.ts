import { describe, expect, it } from 'vitest';
import { readRules } from '../../lib/norms/rules';
import { didOf, io, network, sessionOf, start } from './atproto-visit';
import { recordingIo } from './io';
import { needed, stored } from './sign-in';

const policies = needed(network.policies);
const notices = needed(network.notices);

/** As after signing in: with whom the account and the view listen to. */
async function settled(square: Awaited<ReturnType<typeof start>>) {
	const session = sessionOf(square);
	const value = await needed(network.preferences)(session, io);
	return stored({ ...session, preferences: { readAt: io.now(), value } });
}

describe('those who label for an account', () => {
	it('say in all their languages what they look at, and what is reported to them', async () => {
		const square = await start('foundation');
		const session = await settled(square);
		const [policy, ...others] = await policies(session, io);
		expect(others).toEqual([]);
		expect(policy).toMatchObject({
			by: didOf(square, 'wachter'),
			name: 'De Wachter',
			reports: ['spam', 'rude'],
		});
		const unkind = policy?.rules.find(({ id }) => id.endsWith(' unkind'));
		expect(unkind).toMatchObject({
			text: 'Unkind',
			hint: 'Against the house rules of the square.',
		});
		expect(unkind?.translations).toContainEqual({
			text: 'Unfreundlich',
			hint: 'Gegen die Hausregeln des Platzes.',
		});
		expect(unkind?.url).toBe(`at://${policy?.by}/app.bsky.labeler.service/self`);
		expect(stored(policy)).toEqual(policy);
	});

	it('are read by the words of rules', async () => {
		const square = await start('foundation');
		square.record(
			'wachter',
			'app.bsky.labeler.service',
			{
				policies: {
					labelValues: ['no-alt'],
					labelValueDefinitions: [
						{
							...{ identifier: 'no-alt', severity: 'inform', blurs: 'none', adultOnly: false },
							locales: [
								{ lang: 'en', name: 'No alt text', description: 'Images must have alt text.' },
							],
						},
					],
				},
				reasonTypes: ['tools.ozone.report.defs#reasonHarassmentTroll', 7],
			},
			'self',
		);
		const [policy] = await policies(await settled(square), io);
		expect(policy?.reports).toEqual(['other']);
		expect(readRules(policy?.rules ?? [])).toContainEqual(
			expect.objectContaining({ class: 'alt-text', level: 'required' }),
		);
	});

	it('are asked for by nobody who listens to none', async () => {
		const square = await start('foundation');
		const recorded = recordingIo();
		expect(await policies(sessionOf(square), recorded.io)).toEqual([]);
		expect(recorded.asked).toEqual([]);
	});
});

describe('a label of the staff', () => {
	const warnings = async (square: Awaited<ReturnType<typeof start>>) => {
		const page = await notices(sessionOf(square), undefined, recordingIo().io);
		return page.notices.filter(({ kind }) => kind === 'moderationWarning');
	};

	it('on my account is a warning, in their words', async () => {
		const square = await start('foundation');
		expect(await warnings(square)).toEqual([]);
		square.label('wachter', didOf(square, 'alice'), 'unkind');
		const [warning, ...others] = await warnings(square);
		expect(others).toEqual([]);
		expect(warning).toMatchObject({
			people: [didOf(square, 'wachter')],
			warning: { action: 'Unkind', text: 'Unkind: Against the house rules of the square.' },
		});
	});

	it('on a post of mine too; what only says what is to be seen is none', async () => {
		const square = await start('foundation');
		const post = square.publish('alice', { text: 'Look at that.' });
		square.label('wachter', post.uri, 'spoiler');
		square.label('wachter', post.uri, 'porn');
		square.label('wachter', didOf(square, 'bob'), 'unkind');
		expect(await warnings(square)).toEqual([]);
		square.label('wachter', post.uri, '!hide');
		expect(await warnings(square)).toMatchObject([
			{ post: post.uri, warning: { action: '!hide' } },
		]);
	});

	it('of somebody to whom the view does not listen by itself is their opinion', async () => {
		const square = await start('foundation');
		const session = await settled(square);
		square.label('bob', session.account, '!warn');
		expect(await warnings(square)).toEqual([]);
	});

	it('is looked for every quarter of an hour, and holds nothing up', async () => {
		const square = await start('foundation');
		const recorded = recordingIo();
		const asked = () => recorded.asked.filter(({ url }) => url.includes('getAuthorFeed')).length;
		await notices(sessionOf(square), undefined, recorded.io);
		await notices(sessionOf(square), undefined, recorded.io);
		expect(asked()).toBe(1);
	});
});
