import type { Key } from '../../lib/texts';
import { useTexts } from '../shared/texts';

const EXAMPLES: readonly { example: string; means: Key }[] = [
	{ example: '"night train"', means: 'operatorPhrase' },
	{ example: 'train -delay', means: 'operatorNot' },
	{ example: 'train*', means: 'operatorPrefix' },
	{ example: '#train', means: 'operatorTag' },
	{ example: 'from:me', means: 'operatorFrom' },
	{ example: 'to:handle', means: 'operatorTo' },
	{ example: 'has:media', means: 'operatorHas' },
	{ example: 'is:reply', means: 'operatorIs' },
	{ example: 'is:liked', means: 'operatorLiked' },
	{ example: 'after:2014-03 before:2015', means: 'operatorDates' },
	{ example: 'lang:en', means: 'operatorLanguage' },
	{ example: 'on:archive', means: 'operatorOn' },
	{ example: 'on:mastodon.social', means: 'operatorOnHost' },
];

/** What one can ask for; each example can be tried. */
export function Operators({ add }: { add(query: string): void }) {
	const { t } = useTexts();
	return (
		<details class="operators">
			<summary>{t('operators')}</summary>
			<dl>
				{EXAMPLES.map(({ example, means }) => (
					<div key={example}>
						<dt>
							<button type="button" class="chip" onClick={() => add(example)}>
								<code>{example}</code>
							</button>
						</dt>
						<dd>{t(means)}</dd>
					</div>
				))}
			</dl>
		</details>
	);
}
