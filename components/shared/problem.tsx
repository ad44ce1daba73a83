import { CircleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { StoreFull } from '../../lib/store';
import { useTexts } from './texts';

type ProblemBoxProps = {
	happened: string;
	safe: string;
	todo: string;
	/** Buttons and links that do what is to be done. */
	children?: ComponentChildren;
};

/** An error in words: what happened, what is safe, what to do. Announced at once. */
export function ProblemBox({ happened, safe, todo, children }: ProblemBoxProps) {
	return (
		<div class="problem" role="alert">
			<CircleAlert size={20} aria-hidden="true" />
			<div>
				<p class="problem-happened">{happened}</p>
				<p>{safe}</p>
				<p>{todo}</p>
				{children && <div class="actions">{children}</div>}
			</div>
		</div>
	);
}

/** Something that was stored could not be read, or not be written. */
export function LoadProblem({
	error,
	retry,
}: {
	error: unknown;
	retry?: (() => void) | undefined;
}) {
	const { t } = useTexts();
	const full = error instanceof StoreFull;
	return (
		<ProblemBox
			happened={full ? t('problemFull') : t('problemRead')}
			safe={t('problemReadSafe')}
			todo={full ? t('problemFullTodo') : t('problemReadTodo')}
		>
			{retry && (
				<button type="button" class="button" onClick={retry}>
					{t('tryAgain')}
				</button>
			)}
			<details class="quiet">
				<summary>{t('problemDetails')}</summary>
				<code>{String(error)}</code>
			</details>
		</ProblemBox>
	);
}
