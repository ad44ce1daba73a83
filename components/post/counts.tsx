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
				<Count n={replies} words={t('replyCount', { count: replies })} note={note} icon="replies" />
			)}
			{reposts > 0 && (
				<Count n={reposts} words={t('repostCount', { count: reposts })} note={note} icon="repost" />
			)}
			{likes > 0 && (
				<Count n={likes} words={t('likeCount', { count: likes })} note={note} icon="heart" />
			)}
		</>
	);
}

type CountProps = {
	n: number;
	words: string;
	note: string | undefined;
	icon: string;
};

function Count({ n, words, note, icon }: CountProps) {
	const { number } = useTexts();
	return (
		<span
			class={`count icon ${icon}`}
			role="img"
			aria-label={words}
			title={note ? `${words}. ${note}` : words}
		>
			{number(n)}
		</span>
	);
}
