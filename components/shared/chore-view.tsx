import { type ChoreName, useChores } from './chores';
import { ProblemBox } from './problem';
import { useTexts } from './texts';

/** Progress and failure of a chore; `stoppable` where nothing is half-done when it ends early. */
export function ChoreView({
	name,
	label,
	stoppable,
}: {
	name: ChoreName;
	label: string;
	stoppable?: boolean;
}) {
	const { t, say, percent } = useTexts();
	const { chore, cancel } = useChores();
	if (chore.name !== name) return null;
	if (chore.state === 'failed' && chore.problem) {
		const { happened, safe, todo } = chore.problem;
		return <ProblemBox happened={say(happened)} safe={say(safe)} todo={say(todo)} />;
	}
	if (chore.state !== 'running') return null;
	return (
		<div class="chore">
			<p>{label}</p>
			<progress
				aria-label={label}
				aria-valuetext={percent(chore.share ?? 0)}
				max={1}
				value={chore.share}
			/>
			{stoppable && (
				<button type="button" class="button" onClick={cancel}>
					{t('cancel')}
				</button>
			)}
		</div>
	);
}
