import { expect, test } from 'vitest';
import { accountUrl, originalUrl } from './addresses';

test.each([
	['tw:123', 'https://x.com/i/status/123'],
	['twlike:123', 'https://x.com/i/status/123'],
	['tw:12/3', undefined],
	['at://did/x', undefined],
])('the original of %s', (key, url) => {
	expect(originalUrl(key)).toBe(url);
});

test('an id from an archive cannot lead elsewhere', () => {
	expect(accountUrl('../@evil?x')).toBe('https://x.com/i/user/..%2F%40evil%3Fx');
});
