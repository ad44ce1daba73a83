import type { Text } from '../../lib/model';
import type { Query } from '../../lib/search';
import { useTexts } from '../shared/texts';

/** What may help against no hits: only what fits the query. */
export function hintsFor({ text, clauses }: Query): Text[] {
	if (clauses.length === 0) return [{ key: 'noHitsSigns' }];
	const hints: Text[] = [];
	const phrase = clauses.some((one) => one.type === 'words' && one.sequence.length > 1);
	if (phrase && /["“”„]/.test(text)) hints.push({ key: 'noHitsPhrase' });
	const region = /\blang:([a-z]{2,3})[-_][a-z]+/i.exec(text)?.[1];
	if (region) hints.push({ key: 'noHitsLanguage', parameters: { example: `lang:${region}` } });
	if (clauses.some(({ type }) => type !== 'words')) hints.push({ key: 'noHitsOperator' });
	const word = /(?:^|\s)([\p{L}\p{N}]+)(?=\s|$)/u.exec(text)?.[1];
	if (word && hints.length === 0)
		hints.push({ key: 'noHitsPrefix', parameters: { example: `${word}*` } });
	return hints;
}

/** Nothing stored fits the query, and what to try. */
export function NoHits({ query }: { query: Query }) {
	const { t, say } = useTexts();
	const asked = query.clauses.length > 0;
	return (
		<div class="empty">
			{asked && <p>{t('noHits')}</p>}
			<ul>
				{hintsFor(query).map((hint) => (
					<li key={hint.key}>{say(hint)}</li>
				))}
			</ul>
		</div>
	);
}
