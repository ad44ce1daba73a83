import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Rule, RuleClass, Visibility } from '../../lib/model';
import { ROOT } from '../browsers/extension';

/** A rule's sentence, and what it is about; see the class descriptions in lib/model/rule.ts. */
export type Sentence = {
	id: string;
	language: string;
	text: string;
	classes: readonly RuleClass[];
	level?: string;
	says?: string;
	means?: string;
	/** It has the words of another class. */
	decoy?: true;
	note?: string;
};

export type Stop = 'block' | 'ask' | 'advise';

/** A draft for a server of these rules, and what has to be said of it, by class; nothing: it goes. */
export type Draft = {
	id: string;
	rules: readonly Omit<Rule, 'id'>[];
	draft: {
		text: string;
		warning?: string;
		sensitive?: true;
		language?: string;
		visibility: Exclude<Visibility, 'community'>;
		media?: readonly { type: string; name: string; alt?: string }[];
		kind?: 'create' | 'repost' | 'edit';
		origin: 'typed' | 'several' | 'brought' | 'automatic';
		scheduled?: true;
		bot?: true;
		balance?: { broadcasts: number; replies: number; unanswered: number };
		warned?: true;
		/** Minutes since earlier public posts. */
		recent?: readonly number[];
		answersStranger?: true;
	};
	expect: Readonly<Partial<Record<RuleClass, Stop>>>;
	note?: string;
};

export type Corpus = { sentences: readonly Sentence[]; drafts: readonly Draft[] };

const FOLDER = resolve(ROOT, 'tests/fixtures/norms');
const FROZEN = ['frozen-sentences.json', 'frozen-drafts.json'];

/** What was written with the readers in sight, what was frozen once and looked at, and what was written before they changed. */
const SENTENCES = [
	'sentences.json',
	'second-sentences.json',
	'third-sentences.json',
	'fourth-sentences.json',
];
const DRAFTS = ['drafts.json', 'second-drafts.json'];

/** All that whoever writes the readers may look at. */
export function openCorpus(): Corpus {
	return {
		sentences: SENTENCES.flatMap((name) => read<Sentence>(name)),
		drafts: DRAFTS.flatMap((name) => read<Draft>(name)),
	};
}

/** The part that nobody who writes the readers looks at; undefined where it is not there. */
export function frozenCorpus(): Corpus | undefined {
	if (!FROZEN.every((name) => existsSync(resolve(FOLDER, name)))) return undefined;
	return { sentences: read('frozen-sentences.json'), drafts: read('frozen-drafts.json') };
}

/** The lines of frozen.sha256 as they should be, from the files as they are; undefined where there are none. */
export function frozenHashes(): { kept: string; found: string } | undefined {
	const kept = resolve(FOLDER, 'frozen.sha256');
	if (!FROZEN.some((name) => existsSync(resolve(FOLDER, name)))) return undefined;
	const found = FROZEN.map((name) => `${sha256(resolve(FOLDER, name))}  ${name}`);
	return { kept: sorted(readFileSync(kept, 'utf8')), found: sorted(found.join('\n')) };
}

function sorted(lines: string): string {
	return lines
		.trim()
		.split('\n')
		.map((line) => line.replace(/^(\w+)\s+\*?(?:.*\/)?/, '$1  '))
		.sort()
		.join('\n');
}

function sha256(file: string): string {
	return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function read<T>(name: string): readonly T[] {
	return JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8')) as readonly T[];
}
