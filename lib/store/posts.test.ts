import { describe, expect, it } from 'vitest';
import type { Post, View } from '../model';
import { merged, withViews } from './posts';

const post: Post = {
	key: 'https://far.example/1',
	network: 'square',
	content: { text: 'first' },
};
const by = (account: string): View => ({ by: account, localId: `id of ${account}` });

describe('readings of one post', () => {
	const before = merged(undefined, { post, view: by('a') }, 10);

	it('the newer one counts', () => {
		const next = { ...post, counts: { likes: 3 } };
		expect(merged(before, { post: next, view: by('a') }, 11).post).toEqual(next);
		expect(merged(before, { post: next, view: by('a') }, 9).post).toEqual(post);
	});

	it('an edit is not undone by a server that has not heard of it', () => {
		const edited = { ...post, content: { text: 'second' }, editedAt: 5 };
		const row = merged(before, { post: edited, view: by('a') }, 11);
		expect(row.post.content.text).toBe('second');
		const late = merged(row, { post, view: by('b') }, 12);
		expect(late.post.content.text).toBe('second');
		expect(late.views.map((view) => view.by)).toEqual(['a', 'b']);
		const again = merged(late, { post: { ...edited, editedAt: 6 }, view: by('a') }, 9);
		expect(again.post.editedAt).toBe(6);
	});

	const forged = { ...post, content: { text: 'forged' }, editedAt: 99 };

	it('another server than the one that told adds its view alone', () => {
		const row = merged(before, { post: forged, view: by('b') }, 11);
		expect(row.post).toEqual(post);
		expect(row).toMatchObject({ from: 'a', views: [by('a'), by('b')] });
		const waiting = { ...by('b'), parentId: '7' };
		expect(merged(before, { post: forged, view: waiting }, 11).waits).toBeUndefined();
	});

	it('the post’s own server is believed before all others, and for good', () => {
		const own = { ...by('b'), own: true as const };
		const late = merged(
			merged(undefined, { post: forged, view: by('a') }, 10),
			{ post, view: own },
			9,
		);
		expect(late).toMatchObject({ post, from: 'b' });
		expect(merged(late, { post: forged, view: by('a') }, 12).post).toEqual(post);
		const second = { ...post, content: { text: 'second' }, editedAt: 5 };
		const mine = { ...by('c'), own: true as const };
		expect(merged(late, { post: second, view: mine }, 13)).toMatchObject({
			post: second,
			from: 'c',
		});
	});

	it('one that came inside another post takes nothing from a whole one', () => {
		const partial = { ...by('a'), partial: true as const };
		const whole = { ...by('a'), favourited: true as const };
		const row = merged(before, { post, view: whole }, 11);
		expect(merged(row, { post: forged, view: partial }, 12)).toEqual(row);
		const glimpsed = merged(undefined, { post, view: partial }, 10);
		expect(merged(glimpsed, { post: forged, view: partial }, 11).post).toEqual(forged);
		expect(merged(glimpsed, { post, view: whole }, 11).views).toEqual([whole]);
		const other = { ...by('b'), partial: true as const };
		expect(merged(row, { post: forged, view: other }, 12)).toMatchObject({ post, from: 'a' });
	});

	it('when who told it does not see it any more, the next reading tells', () => {
		const row = merged(before, { post: forged, view: by('b') }, 11);
		const left = withViews({ ...row, views: [by('b')] });
		expect(left).not.toHaveProperty('from');
		expect(merged(left, { post: forged, view: by('b') }, 12)).toMatchObject({
			post: forged,
			from: 'b',
		});
	});

	it('what one server knew of what it answers stays when another does not', () => {
		const reply = { ...post, replyTo: { post: 'https://far.example/0' } };
		const row = merged(undefined, { post: reply, view: by('a') }, 10);
		const next = merged(row, { post: { ...post, replyTo: {} }, view: by('b') }, 11);
		expect(next.post.replyTo?.post).toBe('https://far.example/0');
	});

	it('an account has one view, the last it was given', () => {
		const liked = { ...by('a'), favourited: true as const };
		expect(merged(before, { post, view: liked }, 11).views).toEqual([liked]);
		const row = merged(undefined, { post, view: liked }, 10);
		expect(merged(row, { post, view: by('a') }, 9).views).toEqual([liked]);
	});

	it('is found by what each server calls it, and by what it waits for', () => {
		const view = { ...by('a'), parentId: '7' };
		const row = merged(before, { post, view }, 11);
		expect(merged(row, { post, view: by('b') }, 12)).toMatchObject({
			locals: ['a id of a', 'b id of b'],
			waits: ['a 7'],
		});
	});
});
