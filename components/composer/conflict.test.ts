import { expect, it } from 'vitest';
import { meanwhile } from './conflict';

it('what was sent in another window is not called changed, nor deleted, and nobody goes on with it', () => {
	const sent = { words: 'draftSentElsewhere', theirs: false };
	expect(meanwhile({ enqueuedAt: 5 }, true)).toEqual(sent);
	expect(meanwhile(undefined, true)).toEqual(sent);
	const changed = { words: 'draftConflict', theirs: true };
	expect(meanwhile({}, false)).toEqual(changed);
	// Sent, taken back, and changed there since.
	expect(meanwhile({}, true)).toEqual(changed);
	expect(meanwhile(undefined, false)).toEqual({ words: 'draftDeleted', theirs: false });
});
