import { MessageCircleOff } from 'lucide-preact';
import type { AnsweringRule, StoredPost } from '../../lib/model';
import type { Texts } from '../../lib/texts';
import { useMe } from '../shared/me';
import { useTexts } from '../shared/texts';

/** Who may answer a post, where its author chose, and whether I may. */
export function Answering({ stored: { post, views = [] } }: { stored: StoredPost }) {
	const texts = useTexts();
	const me = useMe();
	const barred = views.filter(({ mayAnswer }) => mayAnswer === false);
	if (post.answering === undefined && barred.length === 0) return null;
	const handles = barred.map(({ by }) => me.of(by)?.handle).filter((one) => one !== undefined);
	return (
		<p class="answering quiet">
			<MessageCircleOff size={14} aria-hidden="true" />
			<span>
				{post.answering && whoMayAnswer(post.answering, texts)}{' '}
				{barred.length > 0 &&
					(barred.length === views.length
						? texts.t('mayNotAnswer')
						: texts.t('mayNotAnswerAs', {
								handles: texts.list(handles.map((handle) => `@${handle}`)),
							}))}
			</span>
		</p>
	);
}

/** The author's rules as a sentence. */
export function whoMayAnswer(rules: readonly AnsweringRule[], { t, list }: Texts): string {
	if (rules.length === 0) return t('answerNobody');
	const who = rules.map((rule) => {
		if (typeof rule === 'object') return t('answerList', { list: rule.list });
		if (rule === 'mentioned') return t('answerMentioned');
		return rule === 'followed' ? t('answerFollowed') : t('answerFollowers');
	});
	return t('answerOnly', { who: list(who) });
}
