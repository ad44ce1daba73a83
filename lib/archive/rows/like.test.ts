import { expect, it } from 'vitest';
import { readLike } from './like';

const like = (fields: object) => readLike({ like: { tweetId: '1626929000000000001', ...fields } });

it('the address of a liked post is made from its id, whatever the archive says', () => {
	for (const expandedUrl of ['https://evil.example/status/1', 'http://x.com/i', 'javascript:1']) {
		expect(like({ expandedUrl })).toMatchObject({
			post: { url: 'https://x.com/i/web/status/1626929000000000001' },
		});
	}
});

it('an id from the future is none', () => {
	expect(like({ tweetId: '9000000000000000001' })).toEqual({ fault: 'id' });
});
