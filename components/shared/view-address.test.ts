import { expect, test } from 'vitest';
import { hrefs, parseRoute } from './route';
import type { TimelineView } from './view-address';

const VIEWS: TimelineView[] = [
	{ filter: {} },
	{ filter: { media: true, withoutReplies: true, withoutReposts: true } },
	{ filter: { networks: ['one', 'a,b:c&d'] }, split: 'account' },
	{ filter: { accounts: ['https://a.example/users/me?x=1&y=%2C,z#1', 'did:plc:1'] } },
	{ filter: {}, split: 'network' },
];

test.each(VIEWS)('an address keeps the view %#', (view) => {
	expect(parseRoute(hrefs.timeline(undefined, view))).toEqual({ page: 'timeline', view });
	expect(parseRoute(hrefs.timeline('2014-03', view))).toEqual({
		page: 'timeline',
		month: '2014-03',
		view,
	});
});

test('the timeline as it is has the plain address', () => {
	expect(hrefs.timeline()).toBe('#/');
	expect(hrefs.timeline(undefined, { filter: {} })).toBe('#/');
	expect(hrefs.timeline('2014-03')).toBe('#/?month=2014-03');
});

test('what is not understood is left out', () => {
	expect(parseRoute('#/?only=nonsense,media,account:%25&split=planet')).toEqual({
		page: 'timeline',
		view: { filter: { media: true, accounts: ['%'] } },
	});
});
