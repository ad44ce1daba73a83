import { describe, expect, it } from 'vitest';
import * as mastodon from '../../../../tests/fixtures/mastodon-entities/mastodon';
import { BORDER, read } from '../../../../tests/fixtures/mastodon-entities/reading';
import { Gathering } from './gathering';
import { readPost } from './status';

describe('what servers claim', () => {
	it('shows an unknown visibility as for followers', () => {
		for (const visibility of ['limited', 'mutuals_only', undefined, 7, 'constructor']) {
			expect(read({ ...mastodon.quoted, visibility }).post?.visibility).toBe('followers');
		}
		expect(read(mastodon.quoted).post).not.toHaveProperty('visibility');
	});

	it('warns for a filter action that is not known', () => {
		const filtered = [{ filter: { title: 'Food', filter_action: 'blur' } }];
		expect(read({ ...mastodon.quoted, filtered }).view?.filtered).toEqual({ titles: ['Food'] });
	});

	it.each([
		['pending', 'pending'],
		['rejected', 'rejected'],
		['revoked', 'revoked'],
		['deleted', 'deleted'],
		['unauthorized', 'hidden'],
		['blocked_account', 'hidden'],
		['toString', 'hidden'],
	])('does not show a quote that is %s', (state, shown) => {
		const { post, posts } = read({
			...mastodon.status,
			quote: { state, quoted_status: mastodon.quoted },
		});
		expect(post?.quote?.state).toBe(shown);
		expect(posts).toHaveLength(1);
	});

	it('joins a shallow quote to a post of the same answer', () => {
		const into = new Gathering(BORDER);
		const shallow = { state: 'accepted', quoted_status_id: mastodon.quoted.id };
		readPost(mastodon.quoted, into);
		readPost({ ...mastodon.status, quote: shallow }, into);
		expect(into.all().posts[1]?.post.quote?.post).toBe(mastodon.quoted.uri);
	});

	it('lets nothing stay on top by a date to come', () => {
		const { entry } = read({ ...mastodon.quoted, created_at: '2090-01-01T00:00:00Z' });
		expect(entry?.sortAt).toBeLessThan(BORDER.now + 3_600_000);
	});

	it('knows a parent by the id of the server where the post is not there', () => {
		const { post, view } = read({ ...mastodon.status, quote: null });
		expect(view?.parentId).toBe('115400000000000001');
		expect(post?.replyTo).toEqual({ handle: 'ivo@far.example' });
	});

	it('asks nothing of this machine for a server on the internet', () => {
		for (const url of [
			'http://files.chaos.example/a.png',
			'https://127.0.0.1/a.png',
			'https://192.168.1.1/a.png',
			'https://[::1]/a.png',
			'https://localhost/a.png',
			'file:///etc/passwd',
			'//files.chaos.example/a.png',
			'javascript:alert(1)',
			'data:image/png;base64,AA',
			'https://a@files.chaos.example/a.png',
			'https://files.chaos.example/\u202Ea.png',
		]) {
			const media_attachments = [{ type: 'image', url, preview_url: url, remote_url: url }];
			const { post } = read({ ...mastodon.quoted, media_attachments });
			expect([url, post?.media]).toEqual([url, undefined]);
		}
	});

	it('takes no id that leads elsewhere in a path', () => {
		for (const id of ['..', '.', 'a/b', '', 'a b', '%2e%2e', 'x'.repeat(200), null]) {
			expect(read({ ...mastodon.quoted, id }).entry).toBeUndefined();
		}
	});
});
