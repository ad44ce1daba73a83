import { describe, expect, it } from 'vitest';
import { definitions, LABELER, label } from '../../../../tests/fixtures/atproto-entities/labels';
import { ME } from '../../../../tests/fixtures/atproto-entities/people';
import { post } from '../../../../tests/fixtures/atproto-entities/posts';
import { BORDER } from '../../../../tests/fixtures/atproto-entities/reading';
import type { Io } from '../../io';
import { NetworkProblem, type ProblemKind } from '../../problem';
import { Gathering } from '../decode/gathering';
import { readFeedEntry } from '../decode/post';
import type { Preferences } from '../preferences';
import type { Xrpc } from '../xrpc';
import { wordsFor } from './words';

function desk(preferences: Partial<Preferences> = {}) {
	const asked: string[] = [];
	let problem: ProblemKind | undefined;
	const memory = new Map<string, string>();
	let now = BORDER.now;
	let language = 'en';
	const answers: Readonly<Record<string, unknown>> = {
		'app.bsky.labeler.getServices': {
			views: [{ creator: { did: LABELER }, policies: definitions }, { creator: 7 }],
		},
	};
	const x: Xrpc = {
		did: ME,
		preferences: { labelers: [], usual: [], adult: false, settings: {}, ...preferences },
		get: async (nsid) => {
			asked.push(nsid);
			if (problem) throw new NetworkProblem(problem, 'view.example');
			return answers[nsid];
		},
		post: () => Promise.reject(new Error('nothing is written')),
	};
	const read = async (...values: string[]) => {
		const into = new Gathering(BORDER);
		readFeedEntry({ post: { ...post, labels: values.map((value) => label(value)) } }, into);
		const io = { memory, now: () => now, language: async () => language } as Io;
		return into.all(await wordsFor(into, x, io));
	};
	const accounts = async (...values: string[]) =>
		(await read(...values)).accounts.map(({ key }) => key);
	const effects = async (...values: string[]) => {
		const { posts } = await read(...values);
		return posts[0]?.view.labels?.map(({ value, name, effect }) => [value, name, effect]);
	};
	return {
		asked,
		accounts,
		effects,
		fail: (kind: ProblemKind | undefined) => {
			problem = kind;
		},
		speak: (tag: string) => {
			language = tag;
		},
		wait: (ms: number) => {
			now += ms;
		},
	};
}

describe('what labels mean', () => {
	it('is asked for where there are labels, and once', async () => {
		const { asked, effects, wait } = desk();
		expect(await effects()).toBeUndefined();
		expect(asked).toEqual([]);
		const wanted = [['spoiler', 'Spoiler', 'blur']];
		expect(await effects('spoiler')).toEqual(wanted);
		expect(await effects('spoiler')).toEqual(wanted);
		expect(asked).toEqual(['app.bsky.labeler.getServices']);
		wait(7 * 60 * 60_000);
		expect(await effects('spoiler')).toEqual(wanted);
		expect(asked).toHaveLength(2);
	});

	it('is told in the language of the app, also when that changes', async () => {
		const { effects, speak } = desk();
		speak('de-CH');
		expect(await effects('spoiler')).toEqual([['spoiler', 'Spoiler (de)', 'blur']]);
		speak('fr');
		expect(await effects('spoiler')).toEqual([['spoiler', 'Spoiler', 'blur']]);
	});

	it('comes with the name of who labels, whatever was read first', async () => {
		const { accounts } = desk();
		expect(await accounts('spoiler')).toContain(LABELER);
		expect(await accounts('spoiler')).toContain(LABELER);
	});

	it('is what the person chose', async () => {
		const settings: Preferences['settings'] = {
			[`${LABELER} spoiler`]: 'ignore',
			[`${ME} rude`]: 'ignore',
			' porn': 'hide',
			' nudity': 'warn',
		};
		expect(await desk({ settings }).effects('spoiler', 'rude', 'porn', 'nudity')).toEqual([
			['rude', 'Rude', 'hide'],
			// Who has not asked for what is for adults has chosen nothing about it.
			['porn', 'porn', 'blurMedia'],
			['nudity', 'nudity', 'blurMedia'],
		]);
		expect(await desk({ settings, adult: true }).effects('porn')).toEqual([
			['porn', 'porn', 'hide'],
		]);
	});

	it('is the bare value while nobody can be asked, and the post is read', async () => {
		const { effects, fail } = desk();
		fail('busy');
		expect(await effects('spoiler', 'porn')).toEqual([
			['spoiler', 'spoiler', 'inform'],
			['porn', 'porn', 'blurMedia'],
		]);
		fail(undefined);
		expect(await effects('spoiler')).toEqual([['spoiler', 'Spoiler', 'blur']]);
		const other = desk();
		other.fail('cancelled');
		await expect(other.effects('spoiler')).rejects.toThrow(NetworkProblem);
	});
});
