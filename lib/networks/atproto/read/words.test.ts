import { describe, expect, it } from 'vitest';
import { definitions, LABELER, label } from '../../../../tests/fixtures/atproto-entities/labels';
import { ME } from '../../../../tests/fixtures/atproto-entities/people';
import { post } from '../../../../tests/fixtures/atproto-entities/posts';
import { BORDER } from '../../../../tests/fixtures/atproto-entities/reading';
import type { Io } from '../../io';
import { NetworkProblem, type ProblemKind } from '../../problem';
import { Gathering } from '../decode/gathering';
import { readFeedEntry } from '../decode/post';
import type { Xrpc } from '../xrpc';
import { wordsFor } from './words';

function desk(settings: readonly object[] = []) {
	const asked: string[] = [];
	let problem: ProblemKind | undefined;
	const memory = new Map<string, string>();
	let now = BORDER.now;
	const answers: Readonly<Record<string, unknown>> = {
		'app.bsky.labeler.getServices': {
			views: [{ creator: { did: LABELER }, policies: definitions }, { creator: 7 }],
		},
		'app.bsky.actor.getPreferences': { preferences: settings },
	};
	const x: Xrpc = {
		did: ME,
		get: async (nsid) => {
			asked.push(nsid);
			if (problem) throw new NetworkProblem(problem, 'view.example');
			return answers[nsid];
		},
		post: () => Promise.reject(new Error('nothing is written')),
	};
	const effects = async (...values: string[]) => {
		const into = new Gathering(BORDER);
		readFeedEntry({ post: { ...post, labels: values.map((value) => label(value)) } }, into);
		const io = { memory, now: () => now } as Io;
		const { posts } = into.all(await wordsFor(into, x, io));
		return posts[0]?.view.labels?.map(({ value, name, effect }) => [value, name, effect]);
	};
	return {
		asked,
		effects,
		fail: (kind: ProblemKind | undefined) => {
			problem = kind;
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
		expect([...asked].sort()).toEqual([
			'app.bsky.actor.getPreferences',
			'app.bsky.labeler.getServices',
		]);
		expect(await effects('spoiler')).toEqual(wanted);
		expect(asked).toHaveLength(2);
		wait(7 * 60 * 60_000);
		expect(await effects('spoiler')).toEqual(wanted);
		expect(asked).toHaveLength(4);
	});

	it('is what the person chose', async () => {
		const pref = (name: string, more: object) => ({
			$type: `app.bsky.actor.defs#${name}`,
			...more,
		});
		const chosen = [
			pref('contentLabelPref', { labelerDid: LABELER, label: 'spoiler', visibility: 'ignore' }),
			pref('contentLabelPref', { labelerDid: ME, label: 'rude', visibility: 'ignore' }),
			pref('contentLabelPref', { label: 'porn', visibility: 'hide' }),
			pref('contentLabelPref', { label: 'nudity', visibility: 'warn' }),
		];
		expect(await desk(chosen).effects('spoiler', 'rude', 'porn', 'nudity')).toEqual([
			['rude', 'Rude', 'hide'],
			// Who has not asked for what is for adults has chosen nothing about it.
			['porn', 'porn', 'blurMedia'],
			['nudity', 'nudity', 'blurMedia'],
		]);
		const adult = [...chosen, pref('adultContentPref', { enabled: true })];
		expect(await desk(adult).effects('porn')).toEqual([['porn', 'porn', 'hide']]);
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
