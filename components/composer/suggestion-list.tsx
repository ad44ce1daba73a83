import type { Key, Texts } from '../../lib/texts';
import { Emojified } from '../post/emojified';
import { useTexts } from '../shared/texts';
import type { Suggestion } from './suggestions';
import type { Typed } from './typing';
import type { Choice, Suggestions } from './use-suggestions';

type SuggestionListProps = { id: string; suggestions: Suggestions; take(choice: Choice): void };

/** What could be meant, under the text; chosen with the arrow keys while typing goes on. */
export function SuggestionList({ id, suggestions, take }: SuggestionListProps) {
	const { t, say } = useTexts();
	const { typed, choices, at, asked } = suggestions;
	if (!typed || choices.length === 0) return null;
	const known = choices.filter((one) => 'take' in one).length;
	return (
		<div class="mention-box">
			<div id={id} role="listbox" aria-label={t(LABELS[typed.mark])} class="mention-list">
				{choices.map((choice, n) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text box, which keeps the focus
					// biome-ignore lint/a11y/useFocusableInteractive: the same
					<div
						key={'take' in choice ? choice.take.key : `ask ${choice.ask.key}`}
						id={`${id}-${n}`}
						role="option"
						class="mention"
						aria-selected={n === at}
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => take(choice)}
					>
						{'take' in choice ? (
							<Shown one={choice.take} />
						) : (
							t('mentionAsk', { host: choice.ask.host, typed: writtenAs(typed) })
						)}
					</div>
				))}
			</div>
			<p role="status" class={asked ? 'quiet' : 'unseen'}>
				{saidOf(suggestions, { t, say }) ??
					(known > 0 && t(typed.mark === '@' ? 'mentionCount' : 'suggestCount', { count: known }))}
			</p>
		</div>
	);
}

const LABELS = {
	'@': 'mentionPeople',
	'#': 'suggestTags',
	':': 'suggestEmoji',
} as const satisfies Readonly<Record<Typed['mark'], Key>>;

function writtenAs({ mark, name }: Typed): string {
	return mark === '@' ? name : mark + name;
}

function Shown({ one: { name, quiet, face, picture } }: { one: Suggestion }) {
	return (
		<>
			{face !== undefined && <span class="mention-face">{face}</span>}
			{picture && (
				<span class="mention-face">
					<Emojified text={`:${picture.shortcode}:`} emojis={[picture]} />
				</span>
			)}
			<bdi class="mention-name">{name}</bdi> {quiet && <bdi class="quiet">{quiet}</bdi>}
		</>
	);
}

/** What became of asking a server. */
function saidOf(
	suggestions: Suggestions,
	{ t, say }: Pick<Texts, 't' | 'say'>,
): string | undefined {
	const { asked, typed } = suggestions;
	if (typeof asked === 'object') return say(asked);
	const host = hostOf(suggestions);
	if (asked === 'asking') return t('mentionAsking', { host });
	return asked && t(typed?.mark === '@' ? 'mentionNobody' : 'suggestNothing', { host });
}

function hostOf({ choices, at }: Suggestions): string {
	const choice = choices[at];
	const asked = choice && 'ask' in choice ? choice : choices.find((one) => 'ask' in one);
	return asked && 'ask' in asked ? asked.ask.host : '';
}
