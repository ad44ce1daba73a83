import { describe, expect, it } from 'vitest';
import { isOurPage, readMessage } from './messages';

const own = { id: 'abc', page: 'chrome-extension://abc/app.html' };

describe('a message', () => {
	it.each([
		{ type: 'enqueue', draft: 'd', rev: 2 },
		{ type: 'undo', draft: 'd' },
		{ type: 'reopen', draft: 'd' },
		{ type: 'deliver', delivery: 'x', step: 'retry' },
		{ type: 'answer', delivery: 'x', norm: 'alt-text', yes: false },
		{ type: 'posted', delivery: 'x' },
		{ type: 'posted', delivery: 'x', link: 'https://x.com/a/status/1' },
		{ type: 'remove', posts: [{ by: 'me', post: 'p' }] },
		{ type: 'removeDraft', draft: 'd' },
		{ type: 'repost', by: 'me', post: 'p', on: true },
	])('of the protocol is read as it is: $type', (message) => {
		expect(readMessage({ ...message, more: 1 })).toEqual(message);
	});

	it.each([
		undefined,
		null,
		'enqueue',
		{},
		{ type: 'toString' },
		{ type: 'enqueue', draft: 'd' },
		{ type: 'enqueue', draft: { id: 'd' }, rev: 1 },
		{ type: 'deliver', delivery: 'x', step: 'sent' },
		{ type: 'posted', delivery: 'x', link: 'x'.repeat(5000) },
		{ type: 'remove', posts: [] },
		{ type: 'remove', posts: [{ by: 'me' }] },
		{ type: 'remove', posts: [null] },
		{ type: 'repost', by: '', post: 'p', on: true },
	])('that is none is nothing: %j', (value) => {
		expect(readMessage(value)).toBeUndefined();
	});

	it.each([
		[{ id: 'abc', url: 'chrome-extension://abc/popup.html?x#y' }, true],
		[{ id: 'abc', url: 'chrome-extension://abc/app.html', frameId: 0 }, true],
		// A frame in a page of others, which can cover it.
		[{ id: 'abc', url: 'chrome-extension://abc/framed.html', frameId: 7 }, false],
		[{ id: 'abc', url: 'https://x.com/home' }, false],
		[{ id: 'other', url: 'chrome-extension://abc/app.html' }, false],
		[{ id: 'abc', url: 'chrome-extension://other/app.html' }, false],
		[{ id: 'abc' }, false],
		[{ id: 'abc', url: 'about:blank' }, false],
		[{}, false],
	])('is taken from our own pages alone: %j', (sender, taken) => {
		expect(isOurPage(sender, own)).toBe(taken);
	});
});
