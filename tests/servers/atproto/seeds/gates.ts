import type { Outside } from '../outside';

const rkeyOf = (uri: string): string => uri.split('/').at(-1) ?? '';

/** Threads that not everybody may answer, and posts that nobody may quote. */
export function gates(square: Outside, made: Map<string, string>): void {
	const rule = (name: string) => ({ $type: `app.bsky.feed.threadgate#${name}Rule` });
	const gated = (name: string, by: string, text: string, allow: readonly object[]) => {
		const { uri } = square.publish(by, { text });
		square.record(by, 'app.bsky.feed.threadgate', { post: uri, allow }, rkeyOf(uri));
		made.set(name, uri);
	};
	gated('nobodyAnswers', 'carol', 'No answers, please.', []);
	gated('followedAnswer', 'carol', 'Whom I follow may answer.', [rule('following')]);
	gated('mentionedAnswer', 'bob', 'Whom I name may answer.', [rule('mention'), rule('follower')]);
	const { uri } = square.publish('erik', { text: 'Please do not quote this.' });
	square.record(
		'erik',
		'app.bsky.feed.postgate',
		{ post: uri, embeddingRules: [{ $type: 'app.bsky.feed.postgate#disableRule' }] },
		rkeyOf(uri),
	);
	made.set('notQuoted', uri);
}
