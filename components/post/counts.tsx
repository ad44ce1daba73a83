import { Heart, MessageCircle, Repeat2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Post } from '../../lib/model';
import { useTexts } from '../shared/texts';

type CountsProps = { counts: Post['counts']; asOf?: number | undefined };

/** Replies, reposts and likes; of an archive as it counted them on its date. */
export function Counts({ counts = {}, asOf }: CountsProps) {
	const { t, date } = useTexts();
	const note = asOf === undefined ? undefined : t('countsAsOf', { date: date(asOf, 'day') });
	const { replies = 0, reposts = 0, likes = 0 } = counts;
	return (
		<>
			{replies > 0 && (
				<Count n={replies} words={t('replyCount', { count: replies })} note={note}>
					<MessageCircle size={16} strokeWidth={1.75} aria-hidden="true" />
				</Count>
			)}
			{reposts > 0 && (
				<Count n={reposts} words={t('repostCount', { count: reposts })} note={note}>
					<Repeat2 size={16} strokeWidth={1.75} aria-hidden="true" />
				</Count>
			)}
			{likes > 0 && (
				<Count n={likes} words={t('likeCount', { count: likes })} note={note}>
					<Heart size={16} strokeWidth={1.75} aria-hidden="true" />
				</Count>
			)}
		</>
	);
}

type CountProps = {
	n: number;
	words: string;
	note: string | undefined;
	children: ComponentChildren;
};

function Count({ n, words, note, children }: CountProps) {
	const { number } = useTexts();
	return (
		<span class="count" title={note ? `${words}. ${note}` : words}>
			{children}
			<span class="unseen">{words}</span>
			<span aria-hidden="true">{number(n)}</span>
		</span>
	);
}
