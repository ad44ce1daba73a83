import { expect, it } from 'vitest';
import { conflictWords } from './conflict';

it('what was sent in another window is not called changed, nor deleted once it is no draft any more', () => {
	expect(conflictWords({ enqueuedAt: 5 }, true)).toBe('draftSentElsewhere');
	expect(conflictWords(undefined, true)).toBe('draftSentElsewhere');
	expect(conflictWords({}, false)).toBe('draftConflict');
	// Sent, taken back, and changed there since.
	expect(conflictWords({}, true)).toBe('draftConflict');
	expect(conflictWords(undefined, false)).toBe('draftDeleted');
});
