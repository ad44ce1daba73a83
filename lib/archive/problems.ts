import type { Text } from '../model';
import type { Problem } from './events';

type Keys = readonly [happened: string, todo: string];

const KEYS = {
	'no-files': ['problemNoFiles', 'problemTodoChoose'],
	'empty-file': ['problemEmptyFile', 'problemTodoDownload'],
	'archive-page': ['problemArchivePage', 'problemTodoWhole'],
	'web-page': ['problemWebPage', 'problemTodoSignIn'],
	packed: ['problemPacked', 'problemTodoUnpack'],
	'not-a-zip': ['problemNotAZip', 'problemTodoChoose'],
	'cut-short': ['problemCutShort', 'problemTodoDownload'],
	password: ['problemPassword', 'problemTodoPassword'],
	'split-zip': ['problemSplitZip', 'problemTodoSplitZip'],
	'broken-directory': ['problemBrokenDirectory', 'problemTodoDownload'],
	'too-many-files': ['problemTooManyFiles', 'problemTodoFromX'],
	overlap: ['problemOverlap', 'problemTodoFromX'],
	'empty-zip': ['problemEmptyZip', 'problemTodoChoose'],
	'no-tweets': ['problemNoTweets', 'problemTodoNoTweets'],
	'no-posts': ['problemNoPosts', 'problemTodoNoPosts'],
	'no-rows': ['problemNoTweets', 'problemTodoDamagedFile'],
	document: ['problemDocument', 'problemTodoChoose'],
	'other-network': ['problemOtherNetwork', 'problemTodoOtherNetwork'],
	bomb: ['problemBomb', 'problemTodoFromX'],
	'wrong-size': ['problemWrongSize', 'problemTodoDownload'],
	'damaged-file': ['problemDamagedFile', 'problemTodoDamagedFile'],
	method: ['problemMethod', 'problemTodoUnpack'],
	unreadable: ['problemUnreadable', 'problemTodoUnreadable'],
	'inner-zip': ['problemInnerZip', 'problemTodoInnerZip'],
	'no-space': ['problemNoSpace', 'problemTodoNoSpace'],
	busy: ['problemBusy', 'problemTodoBusy'],
	'too-many-imports': ['problemTooManyImports', 'problemTodoTooManyImports'],
	unexpected: ['problemUnexpected', 'problemTodoUnexpected'],
} as const satisfies Readonly<Record<string, Keys>>;

/** What can be wrong with chosen files. Stable: tests and bug reports name these. */
export type ProblemCode = keyof typeof KEYS;
export const PROBLEM_CODES = Object.keys(KEYS) as readonly ProblemCode[];

/** What is safe once posts are stored: put it in place of a problem's `safe` while media are copied. */
export const POSTS_ARE_SAFE: Text = { key: 'problemSafePosts' };

/** A failure that has words for a person. `message` holds only the code, so that no name reaches a log. */
export class ArchiveProblem extends Error {
	readonly problem: Problem;

	constructor(problem: Problem, options?: ErrorOptions) {
		super(problem.code, options);
		this.name = 'ArchiveProblem';
		this.problem = problem;
	}
}

/**
 * The error for a code. `parameters` fill its texts: `file` is a name as the person knows it
 * (a path inside the zip for damaged entries), `format`, `network` and `method` as the code needs.
 */
export function archiveProblem(
	code: ProblemCode,
	parameters: Readonly<Record<string, string | number>> = {},
	cause?: unknown,
): ArchiveProblem {
	const [happened, todo] = KEYS[code];
	return new ArchiveProblem(
		{
			code,
			happened: { key: happened, parameters },
			safe: { key: 'problemSafe' },
			todo: { key: todo, parameters },
		},
		cause === undefined ? undefined : { cause },
	);
}

/**
 * A file that ends too early.
 * @param have its size in bytes
 * @param whole the size it should have, in bytes, when that is known
 * @param atLeast whether it may have been larger
 */
export function cutShort(
	file: string,
	have: number,
	whole?: number,
	atLeast = false,
): ArchiveProblem {
	if (whole === undefined || whole <= have) return archiveProblem('cut-short', { file });
	const large = whole >= 1e9 ? 3 : whole >= 1e6 ? 2 : 1;
	// Two numbers that look the same say nothing.
	const power = whole - have < 0.01 * 1000 ** large ? 0 : large;
	const unit = ['B', 'KB', 'MB', 'GB'][power] ?? 'B';
	const round = (bytes: number) => Number((bytes / 1000 ** power).toFixed(2));
	const { problem } = archiveProblem('cut-short');
	const parameters = { file, have: round(have), whole: round(whole), unit };
	return new ArchiveProblem({
		...problem,
		happened: { key: atLeast ? 'problemCutShortAtLeast' : 'problemCutShortKnown', parameters },
	});
}
