import { expect, it } from 'vitest';
import { within } from './answering';

it('shows a place no more of it than all of them are meant to see', () => {
	const own = {
		a: { visibility: 'unlisted' as const },
		b: { visibility: 'direct' as const },
		c: { text: 'c' },
	};
	expect(within(own, 'followers')).toEqual({
		a: { visibility: 'followers' },
		b: { visibility: 'direct' },
		c: { text: 'c' },
	});
	expect(within(own, 'public')).toEqual(own);
});
