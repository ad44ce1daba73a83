import type { AnsweringRule, Post, StoredPost } from '../../lib/model';
import type { Texts } from '../../lib/texts';
import { useMe } from '../shared/me';
import { useTexts } from '../shared/texts';

/** Who may answer a post and quote it, where its author chose, and whether I may. */
export function Answering({ stored: { post, views = [] } }: { stored: StoredPost }) {
	const texts = useTexts();
	const me = useMe();
	const barred = views.filter(({ mayAnswer }) => mayAnswer === false);
	const handles = barred.map(({ by }) => me.of(by)?.handle).filter((one) => one !== undefined);
	const all = barred.length === views.length;
	const said = gates(post, barred.length === 0 ? undefined : { all, handles }, texts);
	if (said.length === 0) return null;
	return (
		<p class="answering quiet icon no-replies">
			<span>{said.join(' ')}</span>
		</p>
	);
}

/** Sentences on who may answer and quote; `barred` are my accounts that may not answer. */
export function gates(
	{ answering, unquotable }: Pick<Post, 'answering' | 'unquotable'>,
	barred: { all: boolean; handles: readonly string[] } | undefined,
	texts: Texts,
): string[] {
	const { t, list } = texts;
	const said = answering ? [whoMayAnswer(answering, texts)] : [];
	// Where nobody may, that I may not goes without saying.
	if (barred && answering?.length !== 0) {
		const handles = list(barred.handles.map((handle) => `@${handle}`));
		said.push(barred.all ? t('mayNotAnswer') : t('mayNotAnswerAs', { handles }));
	}
	if (unquotable) said.push(t('mayNotQuote'));
	return said;
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
