import type { ComponentChildren } from 'preact';
import type { StoredPost } from '../../lib/model';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useFeatures } from '../shared/use-features';
import { answerHref, mayAnswer, mayQuote } from './may';
import type { Reaction } from './use-reaction';

type ActionsProps = { stored: StoredPost; reaction: Reaction };

/** What one can do with a post of a network, with the counts of it. */
export function Actions({ stored, reaction }: ActionsProps) {
	const { t } = useTexts();
	const { post, views = [] } = stored;
	const { by, react } = reaction;
	const view = views.find((one) => one.by === by);
	const favourited = view?.favourited ?? false;
	const bookmarked = view?.bookmarked ?? false;
	return (
		<>
			<Passing stored={stored} reaction={reaction} />
			<Toggle
				name={t('favourite')}
				count={post.counts?.likes}
				on={favourited}
				action="favourite"
				icon="heart"
				press={() => react({ type: 'favourite', on: !favourited })}
			/>
			<Toggle
				name={t('bookmark')}
				on={bookmarked}
				action="bookmark"
				icon="bookmark"
				press={() => react({ type: 'bookmark', on: !bookmarked })}
			/>
		</>
	);
}

/** What makes something appear on a network: an answer, a repost, a quote. */
function Passing({ stored, reaction: { by, repost } }: ActionsProps) {
	const { t, say, number } = useTexts();
	const features = useFeatures(useMe().of(by)?.host);
	const { post } = stored;
	const { replies = 0 } = post.counts ?? {};
	if (by === undefined) return null;
	const { on, count, closed, press } = repost;
	const name = t(on ? 'repostUndo' : 'repost');
	const counted = count > 0 ? `${name}. ${t('repostCount', { count })}` : name;
	return (
		<>
			{mayAnswer(stored, by) ? (
				<Way
					name={t('reply')}
					title={replies > 0 ? `${t('reply')}. ${t('replyCount', { count: replies })}` : undefined}
					action="reply"
					icon="replies"
					href={answerHref(post.key, by)}
				>
					{replies > 0 && number(replies)}
				</Way>
			) : (
				<Unanswerable replies={replies} />
			)}
			<button
				type="button"
				class={`action icon repost${on ? ' on' : ''}`}
				data-action="repost"
				aria-label={name}
				aria-disabled={closed !== undefined}
				title={closed ? say(closed) : counted}
				onClick={press}
			>
				{count > 0 && number(count)}
			</button>
			{features.includes('quotes') && mayQuote(stored, by) && (
				<Way
					name={t('quoteIt')}
					action="quote"
					icon="quoting"
					href={hrefs.compose({ quote: post.key, by })}
				/>
			)}
		</>
	);
}

/** Why not stands above, in words. */
function Unanswerable({ replies }: { replies: number }) {
	const { t, number } = useTexts();
	if (replies === 0) return null;
	return (
		<span class="count icon replies" role="img" aria-label={t('replyCount', { count: replies })}>
			{number(replies)}
		</span>
	);
}

type WayProps = {
	name: string;
	title?: string | undefined;
	/** For the keys that press it. */
	action: string;
	icon: string;
	href: string;
	children?: ComponentChildren;
};

/** A way to the composer. */
function Way({ name, title = name, action, icon, href, children }: WayProps) {
	return (
		<a
			class={`action icon ${icon}`}
			data-action={action}
			href={href}
			aria-label={name}
			title={title}
		>
			{children}
		</a>
	);
}

type ToggleProps = {
	name: string;
	count?: number | undefined;
	on: boolean;
	/** For the keys that press it. */
	action: string;
	icon: 'heart' | 'bookmark';
	press(): void;
};

function Toggle({ name, count = 0, on, action, icon, press }: ToggleProps) {
	const { number } = useTexts();
	return (
		<button
			type="button"
			class={`action icon ${icon}`}
			data-action={action}
			aria-pressed={on}
			aria-label={name}
			title={name}
			onClick={press}
		>
			{count > 0 && number(count)}
		</button>
	);
}
