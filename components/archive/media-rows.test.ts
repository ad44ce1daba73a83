import { expect, test } from 'vitest';
import type { MediaRow } from '../../lib/store';
import { ofPosts } from './media-rows';

function row(name: string): MediaRow {
	return { account: 'tw:1', name, pack: 'p', start: 0, size: 1, type: 'image/jpeg', imports: 1 };
}

test('newest post first, its pictures in order, without the pictures of the person', () => {
	const rows = [
		'999-old.jpg',
		'1000-b.jpg',
		'1000-a.jpg',
		'1-avatar.jpg',
		'1234567890123456789-new.jpg',
		'odd.jpg',
	];
	const found = ofPosts(rows.map(row), ['1-avatar.jpg', undefined]);
	expect(found.map(({ row: { name }, post }) => [name, post])).toEqual([
		['1234567890123456789-new.jpg', 'tw:1234567890123456789'],
		['1000-a.jpg', 'tw:1000'],
		['1000-b.jpg', 'tw:1000'],
		['999-old.jpg', 'tw:999'],
	]);
});
